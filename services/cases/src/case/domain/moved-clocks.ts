import { accept, type Instant } from '@onewindow/kernel';
import type { CaseClock, FiledCase } from './case.ts';
import type { RecountClocks } from './case-commands.ts';
import type { ClocksMoved } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import type { Counting } from './clocks.ts';
import { recounted } from './deadlines-of-a-case.ts';
import { waitsSince } from './insisting.ts';
import { supplementDeadline } from './supplement-clock.ts';

/**
 * Counts all clocks that run anew, always from their own inputs: so the order of changes can't matter, and a change
 * that is undone gives the first ends again (cases.md 3). What has ended never moves; what was accepted by the law or
 * has lapsed stays. Nothing happens where every end stays as it is: then the version that it was counted by still
 * explains it.
 */
export function recountClocks({ at }: RecountClocks, state: FiledCase, rules: CaseRules) {
  const counting = countingIn(state.region, rules, at);
  const clocks = recounted(state, counting).map((after, index) => {
    const before = state.clocks[index];
    return before && after.ended === null ? armedAnew(before, after, at) : after;
  });
  const lapsesAt = lapseOf(state, counting);
  const moved = clocks.flatMap((after, index) => {
    const before = state.clocks[index];
    return before && differs(before, after)
      ? [
          {
            clock: after.clock,
            ...(after.step !== undefined && { step: after.step }),
            ...{ before: before.deadline.dueAt, after: after.deadline.dueAt },
          },
        ]
      : [];
  });
  if (moved.length === 0 && lapsesAt === null) return accept<ClocksMoved>();
  const { version: calendarVersion } = counting.calendar;
  return accept<ClocksMoved>({
    type: 'ClocksMoved',
    at,
    clocks,
    moved,
    calendarVersion,
    ...(lapsesAt !== null && { lapsesAt }),
  });
}

/** By the end, and by what is told of it: whether it is certain, and when a warning is given. */
const differs = (before: CaseClock, after: CaseClock): boolean =>
  before.deadline.dueAt !== after.deadline.dueAt ||
  before.deadline.provisional !== after.deadline.provisional ||
  before.dueSoonAt !== after.dueSoonAt;

/** A mark of being overdue is taken back where the end lies ahead again, and the new end gets its own warning. */
function armedAnew(before: CaseClock, after: CaseClock, at: Instant): CaseClock {
  const { dueAt } = after.deadline;
  if (dueAt === before.deadline.dueAt || (dueAt !== null && dueAt <= at)) return after;
  return { ...after, overdueSince: null, dueSoonTold: false };
}

/** When the notice lapses now, null where none waits or where it lapses as before. */
function lapseOf(state: FiledCase, { calendar }: Counting): Instant | null {
  if (state.status !== 'SUPPLEMENT_REQUIRED' || !state.notice.waits) return null;
  const { waits, lapsesAt } = state.notice;
  const { dueAt } = supplementDeadline(waitsSince(state.notice), waits, calendar);
  return dueAt === lapsesAt ? null : dueAt;
}
