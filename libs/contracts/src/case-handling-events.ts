import { z } from 'zod';
import { carrying, caseKind, cases, caseStepKind } from './case-snapshot.ts';
import { defineEvent } from './define-event.ts';

const requestHappened = z.object({
  /** Its number among the requests of the case. */
  request: z.int().positive(),
});
export const caseExtended = defineEvent({
  ...cases('extended'),
  schema: carrying(requestHappened.extend({ days: z.int().positive() })),
  description: {
    en: 'The time to decide is longer, once, as the head has approved.',
    zh: '经批准延长决定期限',
  },
});
export const caseExtraVisitRequested = defineEvent({
  ...cases('extra-visit-requested'),
  schema: carrying(requestHappened),
  description: {
    en: 'The centre is asked for a third visit of the applicant.',
    zh: '请示增加到场',
  },
});
export const caseExtraVisitApproved = defineEvent({
  ...cases('extra-visit-approved'),
  schema: carrying(requestHappened),
  description: { en: 'The centre has approved a visit more.', zh: '中心批准增加到场' },
});
export const caseVisitLimitExceeded = defineEvent({
  ...cases('visit-limit-exceeded'),
  schema: carrying(z.object({ visits: z.int().positive() })),
  description: {
    en: 'The applicant has come more often than the centre has approved.',
    zh: '超出两次终结',
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

export const caseUrgent = defineEvent({
  ...cases('urgent'),
  schema: carrying(z.object({})),
  description: { en: 'The centre has put the case first, and leads it.', zh: '列为急办件' },
});
export const caseUrgencyLifted = defineEvent({
  ...cases('urgency-lifted'),
  schema: carrying(z.object({})),
  description: { en: 'The case is put first no longer.', zh: '取消急办' },
});
export const caseReclassified = defineEvent({
  ...cases('reclassified'),
  schema: carrying(z.object({ from: caseKind, to: caseKind })),
  description: { en: 'The case is taken for another kind.', zh: '变更办件类型' },
});
