import { dayOf, type Calendar, type Day } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import { daysBetween, momentOf } from './opening-hours.ts';
import type { Random } from './random.ts';

/** The working time of the hall, in the moments at which something is done in it. */
export interface Hall {
  /** The next moment after this one, null when the time that is told of is over. */
  readonly next: (after: Instant) => Instant | null;
  /** Some moment so many working days later, early enough for two more on the same day. */
  readonly later: (after: Instant, workingDays: number) => Instant | null;
}

/** Minutes of the day at which the hall works although nobody comes. */
const STEADY = [10 * 60 + 17, 14 * 60 + 38, 16 * 60 + 41, 16 * 60 + 54] as const;

/** Whatever is done is done when somebody comes, or at a few times more: few moments keep the playing short. */
export function createHall(
  random: Random,
  calendar: Calendar,
  told: { readonly from: Day; readonly until: Instant; readonly busy: readonly Instant[] },
): Hall {
  const workdays = [...daysBetween(told.from, dayOf(told.until))].filter(
    (day) => calendar.day(day).works,
  );
  const busy = momentsByDay(told.busy);
  const days = workdays.map((day) =>
    [
      ...(busy.get(day) ?? []),
      ...STEADY.map((minutes) =>
        momentOf(day, minutes + random.between(-2, 2), random.between(0, 59)),
      ),
    ].sort(),
  );
  const all = days.flat();
  const within = (at: Instant | undefined) => (at !== undefined && at <= told.until ? at : null);
  return {
    next: (after) => within(all.find((at) => at > after)),
    later: (after, workingDays) => {
      const today = dayOf(after);
      const tomorrow = workdays.findIndex((day) => day > today);
      const moments = tomorrow < 0 ? undefined : days[tomorrow + workingDays - 1];
      return within(moments?.[random.between(0, moments.length - 3)]);
    },
  };
}

function momentsByDay(moments: readonly Instant[]): ReadonlyMap<Day, readonly Instant[]> {
  const byDay = new Map<Day, Instant[]>();
  for (const at of moments) byDay.set(dayOf(at), [...(byDay.get(dayOf(at)) ?? []), at]);
  return byDay;
}
