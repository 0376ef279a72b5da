import { addDays, dayOf, type Calendar, type Day } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import { COUNTERS, type Counter } from '../counters.ts';
import { CLOSES, momentOf, NOON, OPENS, workingDayUpTo } from './opening-hours.ts';
import type { Random } from './random.ts';

export interface Waiting {
  readonly at: Instant;
  readonly counter: Counter;
}

/** Before this there is no queue of today yet. */
const FIRST_QUEUE = OPENS + 30;
const LONGEST_WAIT = 110;
const MINUTE = 60_000;

/** The last stretch of time before `until` in which the hall was open: today's, or that of the last working day. */
export function openSpan(
  calendar: Calendar,
  until: Instant,
): { readonly day: Day; readonly begin: number; readonly last: number; readonly end: Instant } {
  const today = dayOf(until);
  const isOpen = calendar.day(today).works && until >= momentOf(today, FIRST_QUEUE);
  const day = isOpen ? today : workingDayUpTo(calendar, addDays(today, -1));
  const closes = CLOSES - 20;
  const minutes = Math.floor((Date.parse(until) - Date.parse(momentOf(day, 0))) / MINUTE);
  const now = Math.min(minutes - 1, closes);
  const last = now > NOON.from && now < NOON.until + 15 ? NOON.from : now;
  return { day, begin: Math.max(OPENS + 1, last - LONGEST_WAIT), last, end: momentOf(day, last) };
}

/** Who stands at the windows with an application that nobody has accepted yet. */
export function queueOf(
  random: Random,
  { calendar, until }: { readonly calendar: Calendar; readonly until: Instant },
): readonly Waiting[] {
  const { day, begin, last } = openSpan(calendar, until);
  return COUNTERS.flatMap((counter) => {
    const [fewest, most] = counter.waiting;
    return Array.from({ length: random.between(fewest, most) }, () => ({
      at: momentOf(day, random.between(begin, last - 1), random.between(0, 59)),
      counter,
    }));
  }).sort((one, other) => (one.at < other.at ? -1 : 1));
}
