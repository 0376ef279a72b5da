import { dueSoonAt, type Calendar, type Deadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CaseClock, CasePeriods, ClockName, CountedClock } from './case.ts';

/** What a clock is counted by: the calendar of the region, how early it warns, and the local rules of promises. */
export interface Counting extends Pick<
  CasePeriods,
  'closing' | 'dueSoonWorkingDays' | 'withoutLimit'
> {
  readonly calendar: Calendar;
}

/** Ends by which nobody is late: a right that lapses, told days after which the clocks go on. */
type Passing = 'TOLD';
export const passes = <One extends Pick<CaseClock, 'clock'>>(
  one: One,
): one is One & { readonly clock: Passing } => one.clock === 'TOLD';

type WhichClock = Pick<CaseClock, 'clock' | 'step'>;
/** By its name, and by its step where there may be several. */
export const isClock =
  (which: WhichClock) =>
  ({ clock, step }: WhichClock): boolean =>
    clock === which.clock && step === which.step;

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
  const isSame = isClock(clock);
  return [...clocks.filter((other) => !isSame(other)), clock];
}

export function runningClock(clocks: readonly CaseClock[], name: ClockName): CaseClock | undefined {
  return clocks.find(({ clock, ended: end }) => clock === name && end === null);
}

/** What the applicant has in hand: nobody here is late by it, and the case lapses at its end. */
type ApplicantsClock = 'SUPPLEMENT' | 'OWED';

/** What somebody here has in hand. */
export const isOurs = (clock: ClockName): clock is Exclude<ClockName, ApplicantsClock | Passing> =>
  clock !== 'SUPPLEMENT' && clock !== 'OWED' && clock !== 'TOLD';

/** The first end of a clock that runs, of those that somebody here has in hand. */
export function earliestDue(clocks: readonly CaseClock[]): Instant | null {
  const ends = clocks.flatMap(({ clock, deadline: { dueAt }, ended: end }) =>
    end === null && dueAt !== null && isOurs(clock) ? [dueAt] : [],
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

/** How a clock stands at a moment. */
export function clockState(clock: CaseClock, at: Instant): ClockState {
  // What was missed stays to be seen, also where nothing is due any more.
  if (clock.ended?.how === 'STOPPED') return clock.overdueSince === null ? 'STOPPED' : 'OVERDUE';
  if (clock.ended) return clock.overdueSince === null ? 'MET' : 'MET_LATE';
  if (clock.overdueSince !== null) return 'OVERDUE';
  // In cases from before told days were counted the end is open as long as the procedure lasts.
  const stands = clock.standsUntil !== undefined && at < clock.standsUntil;
  return stands || clock.deadline.dueAt === null ? 'SUSPENDED' : 'RUNNING';
}

/** The clock with another end, and the warning of that; `standsUntil` where a special procedure lasts. */
export function withDeadline(
  { standsUntil: _, ...clock }: CaseClock,
  due: Deadline,
  { counting, standsUntil }: { readonly counting: Counting; readonly standsUntil: Instant | null },
): CountedClock {
  return {
    ...clock,
    deadline: due,
    dueSoonAt: warningOf(due, counting),
    ...(standsUntil !== null && { standsUntil }),
  };
}

/** No warning for a period that is over before one could be given. */
function warningOf(due: Deadline, { calendar, dueSoonWorkingDays }: Counting): Instant | null {
  const warning = dueSoonAt(due, calendar, dueSoonWorkingDays);
  return warning !== null && warning > due.startedAt ? warning : null;
}
