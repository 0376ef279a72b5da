import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** An administrative region. One installation serves one tree of them. */
export const regionSnapshot = z.object({
  id: z.uuid(),
  /** Administrative division code, six or twelve digits. */
  code: z.string(),
  name: z.string(),
  parent: z.uuid().nullable(),
});

export const centreSnapshot = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  region: z.uuid(),
  level: z.enum(['PROVINCE', 'CITY', 'DISTRICT_COUNTY', 'TOWNSHIP_STREET', 'VILLAGE_COMMUNITY']),
});

/** A department with all codes it is known by: others find its id by any of them. */
export const departmentSnapshot = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first one made the id; the others are aliases. */
  codes: z.array(z.string()).min(1),
  region: z.uuid(),
  /** The centre it has entered, null while it has not. */
  centre: z.uuid().nullable(),
  /** The leader in charge of it (002:100), null while none is named; absent in events from before it was told. */
  leaderInCharge: z.uuid().nullish(),
});

export const windowSnapshot = z.object({
  id: z.uuid(),
  centre: z.uuid(),
  number: z.string(),
  name: z.string(),
  type: z.enum(['PERMANENT', 'INTEGRATED', 'PERIODIC']),
  departments: z.array(z.uuid()),
  status: z.enum(['OPEN', 'CLOSED']),
});

/** A member of staff as other services need to know it: where posted, whether on post. No name. */
export const staffSnapshot = z.object({
  id: z.uuid(),
  homeDepartment: z.uuid(),
  centre: z.uuid().nullable(),
  window: z.uuid().nullable(),
  post: z.string().nullable(),
  onPost: z.boolean(),
  /** The window whose chief representative it is, null when none (002:108). */
  chiefRepresentativeOf: z.uuid().nullable(),
});

/** What a letter of authorisation lets its delegate do with an item (002:37, 002:104). */
export const authorizationPower = z.enum(['ACCEPT', 'HANDLE', 'DECIDE', 'ISSUE']);

export const authorizationSnapshot = z.object({
  id: z.uuid(),
  department: z.uuid(),
  delegate: z.uuid(),
  items: z.array(z.uuid()),
  powers: z.array(authorizationPower),
  validFrom: z.string(),
  /** The moment from which it is no longer valid, null when it has no end. */
  validUntil: z.string().nullable(),
  status: z.enum(['ACTIVE', 'REVOKED']),
});

export const sealSnapshot = z.object({
  id: z.uuid(),
  department: z.uuid(),
  /** Who keeps it: a chief representative (002:104). Null before it is handed over. */
  custodian: z.uuid().nullable(),
  status: z.enum(['IN_CUSTODY', 'REGISTERED', 'DESTROYED']),
});

/** One use of a seal, bound to the case that it sealed (002:104). */
export const sealUseSnapshot = z.object({
  id: z.uuid(),
  seal: z.uuid(),
  case: z.uuid(),
  usedBy: z.uuid(),
  usedAt: z.string(),
});

const holiday = z.object({ name: z.string(), days: z.array(z.string()) });

/**
 * The calendar that a region has set (行政许可法 82): a deadline names its version by `code@n`. It tells the version in
 * force and the newest ones, since an event has a weight; who listens keeps the others from the events before.
 */
export const calendarRuleSnapshot = z.object({
  id: z.uuid(),
  region: z.uuid(),
  /** Code and name of the region. */
  code: z.string(),
  name: z.string(),
  /** By their numbers. Each holds from its moment until one with a higher number begins. */
  versions: z
    .array(
      z.object({
        n: z.int().positive(),
        validFrom: z.string(),
        document: z.string().nullable(),
        /** Holidays beside the national ones, with each of their days. */
        regionalHolidays: z.array(holiday),
        /** Notices of years that programs don't know yet, or have wrong. */
        overrides: z.array(
          z.object({
            year: z.int(),
            holidays: z.array(holiday),
            makeupWorkdays: z.array(z.string()),
          }),
        ),
      }),
    )
    .min(1),
});

const happenedNothingMore = z.object({});
const windows = (aggregate: string, happened: string) =>
  ({ service: 'windows', aggregate, happened, version: 1 }) as const;
const carrying = <Snapshot extends z.ZodType>(snapshot: Snapshot) =>
  z.object({ happened: happenedNothingMore, snapshot });

export const regionRegistered = defineEvent({
  ...windows('region', 'registered'),
  schema: carrying(regionSnapshot),
  description: { en: 'A region is part of the tree that is served.', zh: '行政区划登记' },
});
export const centreRegistered = defineEvent({
  ...windows('centre', 'registered'),
  schema: carrying(centreSnapshot),
  description: { en: 'A service centre is known.', zh: '政务服务中心登记' },
});
export const departmentRegistered = defineEvent({
  ...windows('department', 'registered'),
  schema: carrying(departmentSnapshot),
  description: { en: 'A department is known by its first code.', zh: '部门登记' },
});
export const departmentChanged = defineEvent({
  ...windows('department', 'changed'),
  schema: carrying(departmentSnapshot),
  description: {
    en: 'A department has another code, name, centre or leader in charge.',
    zh: '部门信息变更',
  },
});
export const windowOpened = defineEvent({
  ...windows('window', 'opened'),
  schema: carrying(windowSnapshot),
  description: { en: 'A window is open, or open again.', zh: '窗口设立' },
});
export const windowChanged = defineEvent({
  ...windows('window', 'changed'),
  schema: carrying(windowSnapshot),
  description: { en: 'A window serves other departments or has another name.', zh: '窗口变更' },
});
export const windowClosed = defineEvent({
  ...windows('window', 'closed'),
  schema: carrying(windowSnapshot),
  description: { en: 'A window is closed for good or until it is opened again.', zh: '窗口关闭' },
});
export const staffRegistered = defineEvent({
  ...windows('staff-member', 'registered'),
  schema: carrying(staffSnapshot),
  description: { en: 'A member of staff is known, not posted yet.', zh: '窗口人员登记' },
});
export const staffPosted = defineEvent({
  ...windows('staff-member', 'posted'),
  schema: carrying(staffSnapshot),
  description: { en: 'A member of staff is on post at a window.', zh: '窗口人员上岗' },
});
export const staffWithdrawn = defineEvent({
  ...windows('staff-member', 'withdrawn'),
  schema: carrying(staffSnapshot),
  description: { en: 'A member of staff has left the post.', zh: '窗口人员离岗' },
});
export const chiefRepresentativeAppointed = defineEvent({
  ...windows('staff-member', 'chief-appointed'),
  schema: carrying(staffSnapshot),
  description: { en: 'A window has this chief representative.', zh: '首席代表任命' },
});
export const chiefRepresentativeReplaced = defineEvent({
  ...windows('staff-member', 'chief-replaced'),
  schema: carrying(staffSnapshot),
  description: { en: 'A member of staff is chief representative no longer.', zh: '首席代表更换' },
});
export const authorizationGranted = defineEvent({
  ...windows('authorization-letter', 'granted'),
  schema: carrying(authorizationSnapshot),
  description: { en: 'A letter of authorisation is signed.', zh: '授权委托书签署' },
});
export const authorizationRevoked = defineEvent({
  ...windows('authorization-letter', 'revoked'),
  schema: carrying(authorizationSnapshot),
  description: { en: 'A letter of authorisation is revoked.', zh: '授权委托书撤销' },
});
export const sealRegistered = defineEvent({
  ...windows('approval-seal', 'registered'),
  schema: carrying(sealSnapshot),
  description: { en: 'An approval seal is carved and registered.', zh: '审批专用章登记' },
});
export const sealCustodyTransferred = defineEvent({
  ...windows('approval-seal', 'custody-transferred'),
  schema: carrying(sealSnapshot),
  description: { en: 'An approval seal has another custodian.', zh: '审批专用章保管移交' },
});

export const sealDestroyed = defineEvent({
  ...windows('approval-seal', 'destroyed'),
  schema: carrying(sealSnapshot),
  description: { en: 'An approval seal is out of use for good.', zh: '审批专用章销毁' },
});
export const sealUsed = defineEvent({
  ...windows('seal-use', 'recorded'),
  schema: carrying(sealUseSnapshot),
  description: { en: 'A decision was sealed.', zh: '用章记录' },
});

/** A calendar counts days: whoever does, listens to both. */
export const calendarSet = defineEvent({
  ...windows('standing-rule', 'calendar-set'),
  schema: z.object({
    happened: z.object({
      version: z.int().positive(),
      /** Whether it is in force at once; else `calendar-began` tells when it is. */
      begun: z.boolean(),
    }),
    snapshot: calendarRuleSnapshot,
  }),
  description: { en: 'A region has another version of its calendar.', zh: '工作日历制定或变更' },
});
export const calendarBegan = defineEvent({
  ...windows('standing-rule', 'calendar-began'),
  schema: z.object({
    happened: z.object({ version: z.int().positive() }),
    snapshot: calendarRuleSnapshot,
  }),
  description: {
    en: 'A version of a calendar that was set for later is in force now.',
    zh: '工作日历生效',
  },
});

// Each family is all that is told of its noun: who keeps a replica takes it whole.
export const regionEvents = { registered: regionRegistered } as const;
export const centreEvents = { registered: centreRegistered } as const;
export const departmentEvents = {
  registered: departmentRegistered,
  changed: departmentChanged,
} as const;
export const windowEvents = {
  opened: windowOpened,
  changed: windowChanged,
  closed: windowClosed,
} as const;
export const staffEvents = {
  registered: staffRegistered,
  posted: staffPosted,
  withdrawn: staffWithdrawn,
  chiefAppointed: chiefRepresentativeAppointed,
  chiefReplaced: chiefRepresentativeReplaced,
} as const;
export const authorizationEvents = {
  granted: authorizationGranted,
  revoked: authorizationRevoked,
} as const;
export const sealEvents = {
  registered: sealRegistered,
  custodyTransferred: sealCustodyTransferred,
  destroyed: sealDestroyed,
} as const;
export const sealUseEvents = { recorded: sealUsed } as const;
export const calendarRuleEvents = { set: calendarSet, began: calendarBegan } as const;

export type CalendarRuleSnapshot = z.infer<typeof calendarRuleSnapshot>;
export type RegionSnapshot = z.infer<typeof regionSnapshot>;
export type CentreSnapshot = z.infer<typeof centreSnapshot>;
export type DepartmentSnapshot = z.infer<typeof departmentSnapshot>;
export type WindowSnapshot = z.infer<typeof windowSnapshot>;
export type StaffSnapshot = z.infer<typeof staffSnapshot>;
export type AuthorizationSnapshot = z.infer<typeof authorizationSnapshot>;
export type SealSnapshot = z.infer<typeof sealSnapshot>;
export type SealUseSnapshot = z.infer<typeof sealUseSnapshot>;
