import { dueSoonAt, type Calendar, type Deadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CaseClock, ClockName, CountedClock, SpecialTime } from './case.ts';
import { countedAgain } from './counted-again.ts';

/** What a clock is counted by: the calendar of the region, and how early it warns. */
export interface Counting {
  readonly calendar: Calendar;
  readonly dueSoonWorkingDays: number;
}

export function started(clock: ClockName, due: Deadline, counting: Counting): CountedClock {
  return {
    clock,
    deadline: due,
    dueSoonAt: warningOf(due, counting),
    dueSoonTold: false,
    overdueSince: null,
    ended: null,
  };
}

/** Ends the named clocks that run. */
export function ended(
  clocks: readonly CaseClock[],
  names: readonly ClockName[] | 'ALL',
  end: NonNullable<CaseClock['ended']>,
): readonly CaseClock[] {
  return clocks.map((clock) =>
    clock.ended === null && (names === 'ALL' || names.includes(clock.clock))
      ? { ...clock, ended: end }
      : clock,
  );
}

/** A clock in the place of the one with its name, or behind the others. */
export function withClock(clocks: readonly CaseClock[], clock: CaseClock): readonly CaseClock[] {
  return [...clocks.filter((other) => other.clock !== clock.clock), clock];
}

/** Counts the running clocks of decision and promise again with the times that don't count (行政许可法 45). */
export function recounted(
  clocks: readonly CaseClock[],
  times: readonly SpecialTime[],
  counting: Counting,
): readonly CaseClock[] {
  return clocks.map((clock) =>
    clock.ended !== null || clock.clock === 'TELL_ONCE' || clock.clock === 'DELIVERY'
      ? clock
      : countedAnew(clock, times, counting),
  );
}

/** A clock counted from its own inputs, with its warning. */
export function countedAnew(
  clock: CaseClock,
  times: readonly SpecialTime[],
  counting: Counting,
): CountedClock {
  const due = countedAgain(clock, times, counting.calendar);
  return { ...clock, deadline: due, dueSoonAt: warningOf(due, counting) };
}

export function runningClock(clocks: readonly CaseClock[], name: ClockName): CaseClock | undefined {
  return clocks.find(({ clock, ended: end }) => clock === name && end === null);
}

/** The first end of a clock that runs. */
export function earliestDue(clocks: readonly CaseClock[]): Instant | null {
  const ends = clocks.flatMap(({ deadline: { dueAt }, ended: end }) =>
    end === null && dueAt !== null ? [dueAt] : [],
  );
  return ends.reduce<Instant | null>(
    (first, due) => (first === null || due < first ? due : first),
    null,
  );
}

export function isOverdue(clocks: readonly CaseClock[]): boolean {
  return clocks.some(({ overdueSince, ended: end }) => overdueSince !== null && end === null);
}

export type ClockState = 'RUNNING' | 'SUSPENDED' | 'MET' | 'MET_LATE' | 'OVERDUE' | 'STOPPED';

export function clockState(clock: CaseClock): ClockState {
  if (clock.ended?.how === 'STOPPED') return 'STOPPED';
  if (clock.ended) return clock.overdueSince === null ? 'MET' : 'MET_LATE';
  if (clock.overdueSince !== null) return 'OVERDUE';
  return clock.deadline.dueAt === null ? 'SUSPENDED' : 'RUNNING';
}

/** No warning for a period that is over before one could be given. */
function warningOf(due: Deadline, { calendar, dueSoonWorkingDays }: Counting): Instant | null {
  const warning = dueSoonAt(due, calendar, dueSoonWorkingDays);
  return warning !== null && warning > due.startedAt ? warning : null;
}
