import type { View } from '@onewindow/service';
import type { CaseClock as Clock, CaseState, SpecialTime } from './domain/case.ts';

export type CaseMapper = View<CaseState>;
export type {
  Urgency as CaseUrgencyMapper,
  Reclassification as CaseReclassificationMapper,
} from './domain/classified.ts';
export type { CaseRequest as CaseRequestMapper } from './domain/request.ts';
export type { Step as CaseStepMapper } from './domain/step.ts';
/** One clock with what its days are counted by. */
export type CaseDeadlineMapper = Clock & {
  readonly caseId: string;
  readonly region: string;
  readonly specialTimes: readonly SpecialTime[];
};
