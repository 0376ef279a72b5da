import type { Deadline, KeptDeadline } from '@onewindow/calendar';

/** A deadline as the state keeps it, with what its days are found by. */
export interface AnswerDeadlineMapper extends KeptDeadline {
  readonly region: string;
  /** The deadlines that the journal tells, each with its days. */
  readonly told: () => Promise<readonly Deadline[]>;
}
