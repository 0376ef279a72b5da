import { accept, reject, type Instant } from '@onewindow/kernel';
import type { CaseClock, FiledCase } from './case.ts';
import type { RecordOverturning } from './case-commands.ts';
import type { ClockOverdue, DenialOverturned, Reopened } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { ended, passes, withClock } from './clocks.ts';
import { kindOf } from './filing.ts';
import { tellOnceClock } from './tell-once.ts';

/**
 * The superior holds a denial to be wrong (000:14, X12): it is kept, once however often it is told, and the case is
 * open again. Refused as `NotPermittedInStatus` where no denial of the case is known.
 */
export function recordOverturning(
  { at, overturning, reopens }: RecordOverturning,
  state: FiledCase,
  rules: CaseRules,
) {
  const { denial, status } = state;
  if (!denial) {
    return reject({ code: 'NotPermittedInStatus', command: 'RecordOverturning', status });
  }
  const isKnown = state.reopenings.some(({ report }) => report === overturning.report);
  if (isKnown || denial.overturned) return accept<DenialOverturned>();
  const reopened = reopens ? reopenedAs(state, overturning.at, rules) : null;
  const missed = reopened ? missedMeanwhile(reopened.clocks, at) : [];
  const overturned: DenialOverturned = {
    type: 'DenialOverturned',
    at,
    effectiveAt: overturning.at,
    overturning,
    ...(reopened && { reopened }),
  };
  return accept<DenialOverturned | ClockOverdue>(overturned, ...missed);
}

/**
 * As what a denied case is open again, null where it is not closed by its denial.
 *
 * - What was rejected is decided again within the time that it had: only the procedures of 行政许可法 45 stop a clock,
 *   and a wrong denial is none of them. So decision and promise go on from where they began, and the days that it took
 *   count: that delay is the department's, never the applicant's.
 * - What was not accepted is looked at again as if its materials came at the overturning: five working days to tell,
 *   else it is accepted by law (行政许可法 32(4)).
 */
function reopenedAs(state: FiledCase, at: Instant, rules: CaseRules): Reopened | null {
  const { status, acceptance } = state;
  if (status !== 'REJECTED' && status !== 'RETURNED' && status !== 'COMPLETED') return null;
  if (state.certificate) return null;
  const kind = kindOf(state.terms);
  if (acceptance === null) {
    const clock = tellOnceClock(at, countingIn(state.region, rules, at));
    return { status: 'SUBMITTED', kind, clocks: withClock(state.clocks, clock) };
  }
  const stopped = ended(state.clocks, ['DELIVERY'], { at, how: 'STOPPED' });
  const goOn = stopped.map((clock) =>
    clock.clock === 'DECISION' || clock.clock === 'COMMITTED' ? { ...clock, ended: null } : clock,
  );
  return { status: 'IN_PROCESS', kind, clocks: goOn };
}

/** The ends that passed while the case was closed: told now, and by the moment they passed. */
function missedMeanwhile(clocks: readonly CaseClock[], at: Instant): readonly ClockOverdue[] {
  return clocks.flatMap(({ clock, ended: end, overdueSince, deadline: { dueAt } }) =>
    end === null && overdueSince === null && dueAt !== null && dueAt <= at && !passes({ clock })
      ? [{ type: 'ClockOverdue', at, effectiveAt: dueAt, clock, dueAt } as const]
      : [],
  );
}
