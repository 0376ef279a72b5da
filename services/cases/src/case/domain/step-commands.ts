import type { Instant } from '@onewindow/kernel';
import type { ItemFact, Officer } from './facts.ts';
import type { StepKind, UpperOutcome } from './step.ts';

interface ByOfficer {
  readonly at: Instant;
  readonly officer: Officer;
}

export interface BeginStep extends ByOfficer {
  readonly type: 'BeginStep';
  readonly kind: StepKind;
  /** As the replica knows it now, null when it knows none. */
  readonly item: ItemFact | null;
  /** Working days that it takes; null where none are told. */
  readonly toldDays: number | null;
  readonly authority: string | null;
  readonly opinion: string | null;
}
export interface ProlongStep extends ByOfficer {
  readonly type: 'ProlongStep';
  readonly step: number;
  /** How many days it takes by now, from its beginning. */
  readonly toldDays: number;
}
export interface EndStep extends ByOfficer {
  readonly type: 'EndStep';
  readonly step: number;
  readonly record: string;
  readonly changes: string | null;
}
export interface RecordUpperDecision extends ByOfficer {
  readonly type: 'RecordUpperDecision';
  readonly outcome: UpperOutcome;
  readonly record: string;
}

export type StepCommand = BeginStep | ProlongStep | EndStep | RecordUpperDecision;
