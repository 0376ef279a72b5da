import type { Instant } from '@onewindow/kernel';
import type { Officer } from './facts.ts';

/** What makes a case urgent: it reaches far, the time presses, it is especially important (002:35, A7). */
export type UrgencyGround = 'WIDE_REACH' | 'PRESSING_TIME' | 'ESPECIALLY_IMPORTANT';

/** 急办件: put first by the centre, which leads it (002:35). */
export interface Urgency {
  readonly grounds: readonly UrgencyGround[];
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What is kept of it. */
export interface Urgent {
  /** Absent where the case is not urgent. */
  readonly urgency?: Urgency | null;
}

interface ByCentre {
  readonly at: Instant;
  /** Somebody who runs the centre. */
  readonly officer: Officer;
  readonly reason: string;
}
export interface SetUrgent extends ByCentre {
  readonly type: 'SetUrgent';
  readonly grounds: readonly UrgencyGround[];
  readonly workingDays: number;
}
export interface LiftUrgent extends ByCentre {
  readonly type: 'LiftUrgent';
}
export type UrgencyCommand = SetUrgent | LiftUrgent;

/** Of the six kinds those between which an officer chooses: the others come from what happens to a case (002:35). */
export type HandledAs = 'IMMEDIATE' | 'COMMITTED';

/** That a case was taken for another kind than its item's mode makes it, and why. */
export interface Reclassification {
  readonly from: HandledAs;
  readonly to: HandledAs;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What is kept of it. */
export interface Classified extends Urgent {
  /** Oldest first; absent where there is none. */
  readonly reclassifications?: readonly Reclassification[];
}

export interface ReclassifyCase {
  readonly type: 'ReclassifyCase';
  readonly at: Instant;
  readonly officer: Officer;
  readonly to: HandledAs;
  readonly reason: string;
}
