import { z } from 'zod';
import { defineEvent } from './define-event.ts';

export const itemPeriod = z.object({
  value: z.int().nonnegative(),
  unit: z.enum(['WORKING_DAYS', 'CALENDAR_DAYS']),
});

/** A fee as it is charged. Amounts are yuan as decimal text with two places; days are those of Asia/Shanghai, both counted in. */
export const itemFee = z.object({
  name: z.string(),
  unit: z.string().nullable(),
  min: z.string().nullable(),
  max: z.string().nullable(),
  policy: z.enum(['CHARGE', 'MAY_REDUCE', 'MAY_EXEMPT', 'FORBIDDEN', 'UNCLEAR']),
  /** For one unit: the lower limit, the reduced amount, or nothing (003:10). */
  charge: z.string(),
  basis: z.string().nullable(),
  document: z.string().nullable(),
  inForceFrom: z.string().nullable(),
  inForceUntil: z.string().nullable(),
});

/** What other services need of a service item in order to decide: no long text. */
export const itemSnapshot = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  region: z.uuid(),
  department: z.uuid(),
  /** The centre it has entered, null while it has not. */
  centre: z.uuid().nullable(),
  kind: z.enum([
    'ADMIN_LICENCE',
    'NON_LICENCE_APPROVAL',
    'PUBLIC_SERVICE',
    'REGISTRATION',
    'FEE_SERVICE',
  ]),
  handlingMode: z.enum(['IMMEDIATE', 'COMMITTED', 'JOINT', 'REFERRED_UP']).nullable(),
  status: z.enum([
    'IDENTIFIED',
    'SUBMITTED_FOR_REVIEW',
    'CONFIRMED',
    'PUBLISHED',
    'IN_SERVICE',
    'SUSPENDED',
    'ABOLISHED',
  ]),
  /** Rises with each revision; a case names the one it was accepted under. */
  revision: z.int().positive(),
  statutoryLimit: itemPeriod.nullable(),
  committedLimit: itemPeriod.nullable(),
  materials: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      need: z.enum(['NECESSARY', 'NOT_NECESSARY', 'MAY_FOLLOW']),
    }),
  ),
  /** Special procedures that are not counted, with their own length (行政许可法 45). */
  specialProcedures: z.array(z.object({ kind: z.string(), limit: itemPeriod.nullable() })),
  resultName: z.string().nullable(),
  /** What it charges, by which document and from when to when; absent in events from before it was told. */
  fees: z.array(itemFee).optional(),
});

const items = (happened: string) =>
  ({ service: 'items', aggregate: 'service-item', happened, version: 1 }) as const;
const carrying = z.object({ happened: z.object({}), snapshot: itemSnapshot });

export const itemRegistered = defineEvent({
  ...items('registered'),
  schema: carrying,
  description: { en: 'An item is in the catalogue.', zh: '事项录入目录' },
});
export const itemRevised = defineEvent({
  ...items('revised'),
  schema: carrying,
  description: { en: 'An item has a new revision.', zh: '事项修订' },
});
export const itemSubmittedForReview = defineEvent({
  ...items('submitted-for-review'),
  schema: carrying,
  description: { en: 'An item lies with the legal affairs office.', zh: '事项送审' },
});
export const itemConfirmed = defineEvent({
  ...items('confirmed'),
  schema: carrying,
  description: { en: 'The legal affairs office has confirmed an item.', zh: '事项审核确认' },
});
export const itemPublished = defineEvent({
  ...items('published'),
  schema: carrying,
  description: { en: 'An item with all nine elements is public.', zh: '事项公开' },
});
export const itemEntered = defineEvent({
  ...items('entered'),
  schema: carrying,
  description: { en: 'An item is in service at a centre.', zh: '事项进驻' },
});
export const itemSuspended = defineEvent({
  ...items('suspended'),
  schema: carrying,
  description: { en: 'An item takes no applications for now.', zh: '事项暂停' },
});
export const itemAbolished = defineEvent({
  ...items('abolished'),
  schema: carrying,
  description: { en: 'An item is offered no longer.', zh: '事项取消' },
});

/** All that is told of an item: who listens takes the family, or names what it leaves out. */
export const itemEvents = {
  registered: itemRegistered,
  revised: itemRevised,
  submittedForReview: itemSubmittedForReview,
  confirmed: itemConfirmed,
  published: itemPublished,
  entered: itemEntered,
  suspended: itemSuspended,
  abolished: itemAbolished,
} as const;

export type ItemSnapshot = z.infer<typeof itemSnapshot>;
