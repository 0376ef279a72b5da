import { addDays, createCalendar, startOfDay, type Calendar, type Day } from '@onewindow/calendar';
import { addMilliseconds, type Instant } from '@onewindow/kernel';

/** The same calendar that deadlines are counted by: the demo's region has no holidays of its own. */
export const nationalCalendar = (): Calendar =>
  createCalendar({
    region: { code: 'CN', name: '全国' },
    version: '1',
    regionalHolidays: [],
    overrides: [],
  });

/** When the hall is open, as minutes of the day. */
export const OPENS = 9 * 60;
export const CLOSES = 17 * 60;
/** The pause at noon: nobody comes then. */
export const NOON = { from: 12 * 60, until: 13 * 60 } as const;

/** A moment of a day in the hall's own time. */
export const momentOf = (day: Day, minutes: number, seconds = 0): Instant =>
  addMilliseconds(startOfDay(day), (minutes * 60 + seconds) * 1000);

export function* daysBetween(from: Day, until: Day): Generator<Day> {
  for (let day = from; day <= until; day = addDays(day, 1)) yield day;
}

/** The last working day up to this one. */
export function workingDayUpTo(calendar: Calendar, day: Day): Day {
  let found = day;
  while (!calendar.day(found).works) found = addDays(found, -1);
  return found;
}

const WEIGHTS = [0.5, 1.75, 1, 1.05, 0.9, 0.7, 0.5] as const;

export const isMonday = (day: Day): boolean => weekday(day) === 1;

/** How full the hall is compared with a Tuesday: Mondays are, Fridays are not, on days off nobody is there. */
export function bustle(calendar: Calendar, day: Day): number {
  if (!calendar.day(day).works) return 0;
  // Who would have come on a holiday comes when it is over.
  const afterHoliday = calendar.day(addDays(day, -1)).reason === 'HOLIDAY';
  return (WEIGHTS[weekday(day)] ?? 1) * (afterHoliday ? 1.6 : 1);
}

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
