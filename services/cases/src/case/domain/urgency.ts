import { deadline } from '@onewindow/calendar';
import { accept, reject, type Instant } from '@onewindow/kernel';
import { keptAway } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { UrgencyLifted, UrgencySet } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { earliestDue, started } from './clocks.ts';
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

const notPossible = <Because extends string>(because: Because) =>
  reject({ code: 'UrgencyNotPossible', because });

/**
 * The centre puts a case first, on a ground and with a reason, and sets its end: no later than the one that binds it
 * already (002:35: 从速从快).
 */
export function setUrgent(command: SetUrgent, state: CaseFile, rules: CaseRules) {
  const { at, officer, reason, grounds, workingDays: value } = command;
  const refusal = keptAway(officer, at);
  if (refusal) return reject(refusal);
  if (state.urgency) return notPossible('UrgentBefore');
  if (grounds.length === 0) return notPossible('NoGround');
  if (reason.trim() === '') return notPossible('NoReason');
  const counting = countingIn(state.region, rules, at);
  const due = deadline({
    ...{ calendar: counting.calendar, rule: '急办件 002:35', startedAt: at, suspensions: [] },
    period: { value, unit: 'WORKING_DAYS' },
  });
  const binding = earliestDue(state.clocks);
  if (binding !== null && due.dueAt !== null && due.dueAt > binding)
    return notPossible('EndsLater');
  return accept<UrgencySet>({
    type: 'UrgencySet',
    at,
    urgency: { grounds, reason, by: officer.id, at },
    clock: started('URGENT', due, counting),
  });
}

/** It is no longer put first: its own ends hold. */
export function liftUrgent({ at, officer, reason }: LiftUrgent, state: CaseFile) {
  const refusal = keptAway(officer, at);
  if (refusal) return reject(refusal);
  if (!state.urgency) return notPossible('NotUrgent');
  if (reason.trim() === '') return notPossible('NoReason');
  return accept<UrgencyLifted>({ type: 'UrgencyLifted', at, by: officer.id, reason });
}
