import { instant, type Brand, type Instant } from '@onewindow/kernel';

/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`: text order is time order, as with instants. */
export type Day = Brand<'Day'>;

// Asia/Shanghai has had no summer time since 1991, so a fixed offset is exact for every period we count.
const OFFSET = 8 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `2026-09-18`; `undefined` for other forms and for days that do not exist (`2026-02-29`). */
export function parseDay(text: string): Day | undefined {
  if (!PATTERN.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && utcDay(time) === text ? (text as Day) : undefined;
}

/** The day in Asia/Shanghai that holds this moment. */
export function dayOf(at: Instant): Day {
  return utcDay(Date.parse(at) + OFFSET);
}

/** 00:00 of the day in Asia/Shanghai. */
export function startOfDay(day: Day): Instant {
  return instant(new Date(timeOf(day) - OFFSET));
}

/** 24:00 of the day in Asia/Shanghai, which is 00:00 of the next: a moment before it is in time, it is late. */
export function endOfDay(day: Day): Instant {
  return startOfDay(nextDay(day));
}

export function nextDay(day: Day): Day {
  const date = Number(day.slice(8));
  // Every month has 28 days: text alone is ten times as fast, and periods are counted day by day.
  return date < 28
    ? (`${day.slice(0, 8)}${String(date + 1).padStart(2, '0')}` as Day)
    : addDays(day, 1);
}

/** `days` later, or earlier when negative; every day is counted. */
export function addDays(day: Day, days: number): Day {
  return utcDay(timeOf(day) + days * DAY);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (timeOf(to) - timeOf(from)) / DAY;
}

/** The same day of a later year; of 29 February the 28th, where there is no 29th. */
export function addYears(day: Day, years: number): Day {
  const year = String(yearOf(day) + years).padStart(4, '0');
  return parseDay(`${year}${day.slice(4)}`) ?? (`${year}-02-28` as Day);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function isWeekend(day: Day): boolean {
  return new Date(timeOf(day)).getUTCDay() % 6 === 0;
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function utcDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}
