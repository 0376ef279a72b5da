import type { CalendarSource, Holiday, TaughtYear } from './calendar-source.ts';
import { isWeekend, parseDay } from './day.ts';

/** Reads a source from a file, an event or a form. Throws a `RangeError` that tells every problem at once. */
export function parseCalendarSource(value: unknown): CalendarSource {
  const problems = calendarSourceProblems(value);
  if (problems.length > 0) {
    throw new RangeError(`Not a calendar source:\n- ${problems.join('\n- ')}`);
  }
  return value as CalendarSource;
}

/** What is wrong with it, each with its path; empty when it is a `CalendarSource`. */
export function calendarSourceProblems(value: unknown): readonly string[] {
  if (!isObject(value)) return ['source: must be an object'];
  const { region, version, regionalHolidays, overrides } = value;
  const regionalDays = new Set<string>();
  const years = new Set<unknown>();
  return [
    ...(isObject(region)
      ? [
          ...textProblems(region['code'], 'region.code'),
          ...textProblems(region['name'], 'region.name'),
        ]
      : ['region: must be an object with code and name']),
    ...textProblems(version, 'version'),
    ...listProblems(regionalHolidays, 'regionalHolidays', (item, path) =>
      holidayProblems(item, path, (day) => onceProblem(day, regionalDays)),
    ),
    ...listProblems(overrides, 'overrides', (item, path) => yearProblems(item, path, years)),
  ];
}

type DayRule = (day: string) => string | undefined;

function yearProblems(value: unknown, path: string, years: Set<unknown>): string[] {
  if (!isObject(value))
    return [`${path}: must be an object with year, holidays and makeupWorkdays`];
  const { year, holidays, makeupWorkdays } = value satisfies Partial<
    Record<keyof TaughtYear, unknown>
  >;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1992 || year > 9998) {
    return [`${path}.year: must be a whole year from 1992 to 9998`];
  }
  const seen = new Set<string>();
  const ofTheNotice: DayRule = (day) =>
    day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
      ? onceProblem(day, seen)
      : `is not of the notice of ${year}`;
  return [
    ...(years.has(year) ? [`${path}.year: ${year} is taught twice`] : (years.add(year), [])),
    // A year without holidays is what an unknown year looks like: it must not pass for a known one.
    ...(Array.isArray(holidays) && holidays.length === 0
      ? [`${path}.holidays: a year without holidays is not known`]
      : []),
    ...listProblems(holidays, `${path}.holidays`, (item, at) =>
      holidayProblems(item, at, ofTheNotice),
    ),
    ...listProblems(makeupWorkdays, `${path}.makeupWorkdays`, (item, at) =>
      dayProblems(item, at, (day) =>
        isWeekendText(day) ? ofTheNotice(day) : 'is no weekend day, so it is worked anyway',
      ),
    ),
  ];
}

function holidayProblems(value: unknown, path: string, rule: DayRule): string[] {
  if (!isObject(value)) return [`${path}: must be an object with name and days`];
  const { name, days } = value satisfies Partial<Record<keyof Holiday, unknown>>;
  return [
    ...textProblems(name, `${path}.name`),
    ...(Array.isArray(days) && days.length === 0 ? [`${path}.days: must not be empty`] : []),
    ...listProblems(days, `${path}.days`, (item, at) => dayProblems(item, at, rule)),
  ];
}

function dayProblems(value: unknown, path: string, rule: DayRule): string[] {
  if (typeof value !== 'string' || parseDay(value) === undefined) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : typeof value;
    return [`${path}: ${shown} is no day (YYYY-MM-DD)`];
  }
  const problem = rule(value);
  return problem === undefined ? [] : [`${path}: ${value} ${problem}`];
}

function listProblems(
  value: unknown,
  path: string,
  each: (item: unknown, path: string) => string[],
): string[] {
  return Array.isArray(value)
    ? value.flatMap((item: unknown, index) => each(item, `${path}[${index}]`))
    : [`${path}: must be a list`];
}

function textProblems(value: unknown, path: string): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [] : [`${path}: must be a text`];
}

function onceProblem(day: string, seen: Set<string>): string | undefined {
  if (seen.has(day)) return 'is listed twice';
  seen.add(day);
  return undefined;
}

function isWeekendText(text: string): boolean {
  const day = parseDay(text);
  return day !== undefined && isWeekend(day);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
