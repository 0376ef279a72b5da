import type { Calendar } from './calendar.ts';
import { addDays, nextDay, type Day } from './day.ts';
import type { Period } from './period.ts';

// A hundred years: a longer period is a mistake of units, and would be counted day by day.
const LONGEST = 36_525;

/** Throws `RangeError` for what is no length in whole days. */
export function checkPeriod({ value }: Period): void {
  if (!Number.isInteger(value) || value < 0 || value > LONGEST) {
    throw new RangeError(`A period is 0 to ${LONGEST} whole days, not ${value}`);
  }
}

/**
 * The last day of a period that something on `day` starts: counting begins the day after.
 * A period of 0 ends on `day` itself.
 */
export function addPeriod(calendar: Calendar, day: Day, period: Period): Day {
  checkPeriod(period);
  if (period.unit === 'CALENDAR_DAYS') return addDays(day, period.value);
  let last = day;
  for (let left = period.value; left > 0;) {
    last = nextDay(last);
    if (calendar.day(last).works) left -= 1;
  }
  return last;
}

/**
 * The latest day from which a period still ends on or before `day`: what is told then is told
 * `period` before (行政许可法 48: a hearing's time and place, 7 days before). So
 * `addPeriod(subtractPeriod(day)) <= day`, and from one day later it would end after `day`.
 * It may be a day off, when the first working day after it is the first of the period.
 */
export function subtractPeriod(calendar: Calendar, day: Day, period: Period): Day {
  checkPeriod(period);
  if (period.unit === 'CALENDAR_DAYS') return addDays(day, -period.value);
  let first = day;
  for (let left = period.value; left > 0; first = addDays(first, -1)) {
    if (calendar.day(first).works) left -= 1;
  }
  return first;
}

/**
 * The working days after `from` up to and including `to`: 0 for the same day, and
 * `workingDaysBetween(day, addPeriod(day, n)) = n`. Negative, by the same count, when `to` is before `from`.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = nextDay(day);
    if (calendar.day(day).works) count += 1;
  }
  return count;
}
