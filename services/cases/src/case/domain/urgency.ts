import { deadline } from '@onewindow/calendar';
import { accept, reject } from '@onewindow/kernel';
import { keptAway } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { UrgencyLifted, UrgencySet } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import type { LiftUrgent, SetUrgent } from './classified.ts';
import { earliestDue, started } from './clocks.ts';

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
