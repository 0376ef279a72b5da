import type { Instant } from '@onewindow/kernel';

/** What takes time that is not counted (行政许可法 45). */
export type SpecialProcedure =
  | 'HEARING'
  | 'TENDER'
  | 'AUCTION'
  | 'TEST'
  | 'INSPECTION'
  | 'QUARANTINE'
  | 'APPRAISAL'
  | 'EXPERT_REVIEW';

/** A time that does not count, with what the applicant was told of it in writing. */
export interface SpecialTime {
  readonly procedure: SpecialProcedure;
  readonly toldDays: number;
  readonly from: Instant;
  readonly until: Instant | null;
}
