import { z } from 'zod';
import { defineEvent } from './define-event.ts';

export const caseStatus = z.enum([
  'SUBMITTED',
  'SUPPLEMENT_REQUIRED',
  'ACCEPTED',
  'IN_PROCESS',
  'APPROVED',
  'REJECTED',
  'RETURNED',
  'LAPSED',
  'WITHDRAWN',
  'ISSUED',
  'COMPLETED',
  'ARCHIVED',
]);

/** The clocks of a case by which somebody here may be late. */
export const caseClock = z.enum(['TELL_ONCE', 'DECISION', 'COMMITTED', 'DELIVERY', 'STEP']);

/** A case as everybody may know it: no applicant, no text that somebody wrote about a person. */
export const caseSnapshot = z.object({
  /**
   * By which somebody shows that the case is his: the blind index of `<case id>:<his identity index>`, and of
   * `<case id>:<query code>`. They say nothing without the key, and are of no other case. Old cases have no applicant's.
   */
  proofs: z.object({ applicant: z.string().optional(), queryCode: z.string() }).optional(),
  id: z.uuid(),
  status: caseStatus,
  kind: z.enum(['IMMEDIATE', 'COMMITTED', 'JOINT', 'RETURNED', 'SUPPLEMENT', 'URGENT']),
  /** The number on the receipt, given at submission. */
  receiptNumber: z.string().nullable(),
  item: z.uuid(),
  itemRevision: z.int().positive(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid(),
  window: z.uuid().nullable(),
  /** The member of staff who accepted it or holds it now. */
  handler: z.uuid().nullable(),
  submittedAt: z.string(),
  acceptedAt: z.string().nullable(),
  deemedAccepted: z.boolean(),
  /** The clocks that run: which, and by when. */
  deadlines: z.array(
    z.object({
      clock: caseClock,
      dueAt: z.string().nullable(),
      provisional: z.boolean(),
    }),
  ),
  overdue: z.boolean(),
  certificateNumber: z.string().nullable(),
  /** Who decided it, null before; absent in events from before it was told. */
  decidedBy: z.uuid().nullish(),
});

/** Procedures whose time is not counted (行政许可法 45). */
export const suspensionProcedure = z.enum([
  'HEARING',
  'TENDER',
  'AUCTION',
  'TEST',
  'INSPECTION',
  'QUARANTINE',
  'APPRAISAL',
  'EXPERT_REVIEW',
]);

/** The steps of an accepted case: counted ones, and the procedures that are not. */
export const caseStepKind = z.enum([
  ...(['REVIEW', 'SURVEY', 'ARGUMENTATION', 'PUBLIC_NOTICE', 'FEE', 'MEETING'] as const),
  ...(['HANDLING', 'DEPARTMENT', 'REFERRAL'] as const),
  ...suspensionProcedure.options,
]);

const cases = (happened: string) =>
  ({ service: 'cases', aggregate: 'case', happened, version: 1 }) as const;
const clockHappened = z.object({ clock: caseClock, dueAt: z.string() });
const carrying = <Happened extends z.ZodType>(happened: Happened) =>
  z.object({ happened, snapshot: caseSnapshot });
const nothingMore = z.object({});
/** Who has reported a denial to whom (000:14); absent in events from before it was told. */
const reported = { reporter: z.uuid().optional(), superior: z.uuid().optional() };

export const caseSubmitted = defineEvent({
  ...cases('submitted'),
  schema: carrying(nothingMore),
  description: { en: 'An application with its materials has arrived.', zh: '申请提交' },
});
export const caseSupplementRequired = defineEvent({
  ...cases('supplement-required'),
  schema: carrying(z.object({ missing: z.array(z.string()) })),
  description: { en: 'The applicant was told once what is missing.', zh: '一次性告知补正' },
});
export const caseSecondNoticeAttempted = defineEvent({
  ...cases('second-notice-attempted'),
  schema: carrying(z.object({ attemptedBy: z.uuid(), newMaterials: z.array(z.string()) })),
  description: {
    en: 'Somebody has tried to demand materials a second time, and was refused.',
    zh: '再次告知补正被拒',
  },
});
export const caseSupplemented = defineEvent({
  ...cases('supplemented'),
  schema: carrying(nothingMore),
  description: { en: 'The applicant has brought what was missing.', zh: '材料补齐' },
});
export const caseReturned = defineEvent({
  ...cases('returned'),
  schema: carrying(z.object({ rule: z.string(), ...reported })),
  description: { en: 'The application is not accepted, with reasons.', zh: '不予受理退回' },
});
export const caseAccepted = defineEvent({
  ...cases('accepted'),
  schema: carrying(z.object({ deemed: z.boolean() })),
  description: { en: 'The case is accepted, by an officer or by the law.', zh: '受理' },
});
export const caseDispatched = defineEvent({
  ...cases('dispatched'),
  schema: carrying(nothingMore),
  description: { en: 'A handler has the case in hand.', zh: '转入办理' },
});
export const caseSuspended = defineEvent({
  ...cases('suspended'),
  schema: carrying(z.object({ procedure: suspensionProcedure, toldDays: z.int().positive() })),
  description: {
    en: 'A special procedure has begun: its clocks have no end until it is over.',
    zh: '特别程序中止计时',
  },
});
export const caseResumed = defineEvent({
  ...cases('resumed'),
  schema: carrying(z.object({ procedure: suspensionProcedure })),
  description: {
    en: 'The special procedure is over: the clocks have new ends.',
    zh: '恢复计时',
  },
});
export const caseApproved = defineEvent({
  ...cases('approved'),
  schema: carrying(z.object({ seal: z.uuid(), decidedBy: z.uuid() })),
  description: { en: 'The application is granted, under a seal.', zh: '准予许可' },
});
export const caseRejected = defineEvent({
  ...cases('rejected'),
  schema: carrying(
    z.object({ seal: z.uuid(), decidedBy: z.uuid(), rule: z.string(), ...reported }),
  ),
  description: { en: 'The application is denied, with reasons.', zh: '不予许可' },
});
export const certificateIssued = defineEvent({
  ...cases('certificate-issued'),
  schema: carrying(z.object({ certificateNumber: z.string() })),
  description: { en: 'The certificate was handed over at the window.', zh: '证照发放' },
});
export const caseCompleted = defineEvent({
  ...cases('completed'),
  schema: carrying(nothingMore),
  description: { en: 'The case is finished.', zh: '办结' },
});
export const caseLapsed = defineEvent({
  ...cases('lapsed'),
  schema: carrying(nothingMore),
  description: {
    en: 'Nothing was brought in time after a supplement notice.',
    zh: '逾期未补正终止',
  },
});
export const caseWithdrawn = defineEvent({
  ...cases('withdrawn'),
  schema: carrying(nothingMore),
  description: { en: 'The applicant has withdrawn the application.', zh: '撤回申请' },
});
export const caseDenialOverturned = defineEvent({
  ...cases('denial-overturned'),
  schema: carrying(z.object({ report: z.uuid() })),
  description: { en: 'The superior has held the denial to be wrong.', zh: '否定决定被上级否决' },
});
export const caseDueSoon = defineEvent({
  ...cases('due-soon'),
  schema: carrying(clockHappened),
  description: { en: 'A clock of the case ends soon.', zh: '即将到期' },
});
export const caseOverdue = defineEvent({
  ...cases('overdue'),
  schema: carrying(clockHappened),
  description: { en: 'A clock of the case has ended without what was due.', zh: '超期' },
});

export type CaseSnapshot = z.infer<typeof caseSnapshot>;

export const caseClocksMoved = defineEvent({
  ...cases('clocks-moved'),
  schema: carrying(
    z.object({
      because: z.enum(['CALENDAR']),
      /** The calendar that they were counted by anew: library, division and version. */
      calendarVersion: z.string(),
      moved: z.array(
        z.object({
          clock: clockHappened.shape.clock,
          /** Null while a procedure that is not counted lasts. */
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
      /** When the notice lapses now, null where that has not changed. */
      lapsesAt: z.string().nullable(),
    }),
  ),
  description: {
    en: 'Days count differently: clocks that ran have other ends.',
    zh: '工作日历变更，办理期限重新计算',
  },
});

const stepHappened = z.object({
  /** Its number among the steps of the case. */
  step: z.int().positive(),
  kind: caseStepKind,
});
const stepTold = stepHappened.extend({ toldDays: z.int().positive().nullable() });

export const caseStepBegan = defineEvent({
  ...cases('step-began'),
  schema: carrying(stepTold),
  description: { en: 'A step of the case has begun.', zh: '环节开始' },
});
export const caseStepProlonged = defineEvent({
  ...cases('step-prolonged'),
  schema: carrying(stepTold),
  description: { en: 'A step takes longer, as was told in writing.', zh: '环节延长' },
});
export const caseStepEnded = defineEvent({
  ...cases('step-ended'),
  schema: carrying(stepHappened),
  description: { en: 'A step of the case is over.', zh: '环节结束' },
});
export const caseReferredUp = defineEvent({
  ...cases('referred-up'),
  schema: carrying(z.object({ step: z.int().positive() })),
  description: {
    en: 'The case was sent to the authority above with the opinion of the preliminary review.',
    zh: '初审后上报上级机关',
  },
});
export const caseDecidedAbove = defineEvent({
  ...cases('decided-above'),
  schema: carrying(
    z.object({ step: z.int().positive(), outcome: z.enum(['APPROVED', 'REJECTED']) }),
  ),
  description: { en: 'The authority above has decided.', zh: '上级机关已作出决定' },
});
export const caseClockPassed = defineEvent({
  ...cases('clock-passed'),
  schema: carrying(z.object({ clock: z.enum(['TOLD']), dueAt: z.string() })),
  description: {
    en: 'A time has ended by which nobody is late: told days are over, and other clocks go on.',
    zh: '期间届满',
  },
});

/** All that is told of a case: who listens takes the family, or names what it leaves out. */
export const caseEvents = {
  submitted: caseSubmitted,
  supplementRequired: caseSupplementRequired,
  secondNoticeAttempted: caseSecondNoticeAttempted,
  supplemented: caseSupplemented,
  returned: caseReturned,
  accepted: caseAccepted,
  dispatched: caseDispatched,
  suspended: caseSuspended,
  resumed: caseResumed,
  approved: caseApproved,
  rejected: caseRejected,
  certificateIssued,
  completed: caseCompleted,
  lapsed: caseLapsed,
  withdrawn: caseWithdrawn,
  denialOverturned: caseDenialOverturned,
  clocksMoved: caseClocksMoved,
  dueSoon: caseDueSoon,
  stepBegan: caseStepBegan,
  stepProlonged: caseStepProlonged,
  stepEnded: caseStepEnded,
  referredUp: caseReferredUp,
  decidedAbove: caseDecidedAbove,
  clockPassed: caseClockPassed,
  overdue: caseOverdue,
} as const;
