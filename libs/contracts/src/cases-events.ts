import { z } from 'zod';
import {
  caseClockPassed,
  caseDecidedAbove,
  caseExtended,
  caseExtraVisitApproved,
  caseExtraVisitRequested,
  caseReferredUp,
  caseStepBegan,
  caseStepEnded,
  caseStepProlonged,
  caseVisitLimitExceeded,
  caseReclassified,
  caseUrgencyLifted,
  caseUrgent,
} from './case-handling-events.ts';
import { carrying, cases, clockHappened, suspensionProcedure } from './case-snapshot.ts';
import { defineEvent } from './define-event.ts';

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
  urgent: caseUrgent,
  urgencyLifted: caseUrgencyLifted,
  reclassified: caseReclassified,
  extended: caseExtended,
  extraVisitRequested: caseExtraVisitRequested,
  extraVisitApproved: caseExtraVisitApproved,
  visitLimitExceeded: caseVisitLimitExceeded,
  stepBegan: caseStepBegan,
  stepProlonged: caseStepProlonged,
  stepEnded: caseStepEnded,
  referredUp: caseReferredUp,
  decidedAbove: caseDecidedAbove,
  clockPassed: caseClockPassed,
  overdue: caseOverdue,
} as const;
