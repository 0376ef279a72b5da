import { accept, reject } from '@onewindow/kernel';
import type { FiledCase } from './case.ts';
import type { ElapseTimer } from './case-commands.ts';
import type {
  CaseAccepted,
  CaseLapsed,
  ClockDueSoon,
  ClockOverdue,
  ClockPassed,
} from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { caseTimers } from './case-timers.ts';
import { passes, runningClock } from './clocks.ts';
import { acceptanceClocks } from './deadlines-of-a-case.ts';

/** What a due timer does. Whenever it is noticed, the moment that counts is the timer's own. */
export function elapse(command: ElapseTimer, state: FiledCase, rules: CaseRules) {
  const timer = caseTimers(state).find(({ kind }) => kind === command.kind);
  if (!timer || timer.at > command.at) {
    return reject({
      code: 'NotPermittedInStatus',
      command: command.type,
      status: state.status,
    });
  }
  const { at } = timer;
  if (timer.kind === 'LAPSE')
    return accept<CaseLapsed>({ type: 'CaseLapsed', at, effectiveAt: at });
  const [what, named, step] = timer.kind.split(':');
  const clock = state.clocks.find(
    (one) => one.clock === named && one.step === (step === undefined ? step : Number(step)),
  );
  if (!clock) throw new Error(`The timer ${timer.kind} belongs to no clock`);
  const dueAt = clock.deadline.dueAt ?? at;
  const { clock: name, step: number } = clock;
  if (what === 'DUE_SOON') {
    return accept<ClockDueSoon>({
      type: 'ClockDueSoon',
      at,
      effectiveAt: at,
      clock: name,
      ...(number !== undefined && { step: number }),
      dueAt,
    });
  }
  if (passes(clock)) {
    return accept<ClockPassed>({
      type: 'ClockPassed',
      at,
      effectiveAt: at,
      clock: name,
      ...(number !== undefined && { step: number }),
      dueAt,
    });
  }
  const overdue: ClockOverdue = {
    type: 'ClockOverdue',
    at,
    effectiveAt: at,
    clock: name,
    ...(number !== undefined && { step: number }),
    dueAt,
  };
  return accept<ClockOverdue | CaseAccepted>(
    overdue,
    ...(clock.clock === 'TELL_ONCE' && runningClock(state.clocks, 'TELL_ONCE')
      ? [deemedAccepted(state, at, rules)]
      : []),
  );
}

/** 视为受理: nobody was told anything in time, so the case is accepted as of the receipt (行政许可法 32(4)). */
function deemedAccepted(state: FiledCase, at: ElapseTimer['at'], rules: CaseRules): CaseAccepted {
  const { receivedAt, itemRevision, terms } = state;
  return {
    type: 'CaseAccepted',
    at,
    effectiveAt: receivedAt,
    deemed: true,
    acceptedBy: null,
    window: null,
    itemRevision,
    terms,
    used: [],
    clocks: acceptanceClocks(terms, receivedAt, countingIn(state.region, rules, at)),
  };
}
