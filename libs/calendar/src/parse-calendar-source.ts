import type { CalendarContent, CalendarSource, Holiday, TaughtYear } from './calendar-source.ts';
import { isWeekend, parseDay, yearOf, type Day } from './day.ts';

/** Reads a source from a file, an event or a form. Throws a `RangeError` that tells every problem at once. */
export function parseCalendarSource(value: unknown): CalendarSource {
  const problems = calendarSourceProblems(value);
  if (problems.length > 0) {
    throw new RangeError(`Not a calendar source:\n- ${problems.join('\n- ')}`);
  }
  return value as CalendarSource;
}

/** What can be wrong with the days of a calendar that is well formed, with what it is about. */
export interface CalendarFault {
  readonly fault: keyof typeof FAULTS;
  /** Where it stands in the source: `overrides[0].holidays[1].days[2]`. */
  readonly path: string;
  /** The year whose notice it is, null for the region's own holidays. */
  readonly year: number | null;
  readonly day: Day | null;
}

/** Each kind of fault, as `calendarSourceProblems` tells of it. */
const FAULTS = {
  YEAR_OUT_OF_RANGE: () => 'must be a whole year from 1992 to 9998',
  YEAR_TWICE: ({ year }: CalendarFault) => `${year} is taught twice`,
  // A year without holidays is what an unknown year looks like: it must not pass for a known one.
  YEAR_WITHOUT_HOLIDAYS: () => 'a year without holidays is not known',
  NO_DAYS: () => 'must not be empty',
  NOT_OF_THE_YEAR: ({ day, year }: CalendarFault) => `${day} is not of the notice of ${year}`,
  LISTED_TWICE: ({ day }: CalendarFault) => `${day} is listed twice`,
  WORKED_AND_FREE: ({ day }: CalendarFault) => `${day} is a holiday of the region too`,
  NO_WEEKEND_DAY: ({ day }: CalendarFault) => `${day} is no weekend day, so it is worked anyway`,
} as const satisfies Readonly<Record<string, (fault: CalendarFault) => string>>;

/** Whether days of this year are counted: the fixed offset of Asia/Shanghai and the text order of days hold in them. */
export const isCountedYear = (year: number): boolean =>
  Number.isInteger(year) && year >= 1992 && year <= 9998;

/**
 * What is wrong with the days of a calendar whose form is right: what a clerk can mend. Empty when nothing is. It asks
 * more than `parseCalendarSource`: what was set before the region's own days had bounds has to stay readable.
 */
export const calendarFaults = (content: CalendarContent): readonly CalendarFault[] => [
  ...regionalYearFaults(content),
  ...contentProblems({ ...content }).filter((problem) => 'fault' in problem),
];

const regionalYearFaults = ({ regionalHolidays }: CalendarContent): CalendarFault[] =>
  regionalHolidays.flatMap(({ days }, holiday) =>
    days.flatMap((text, index) => {
      const day = parseDay(text);
      if (day === undefined || isCountedYear(yearOf(day))) return [];
      const path = `regionalHolidays[${holiday}].days[${index}]`;
      return [{ fault: 'YEAR_OUT_OF_RANGE', path, year: null, day } as const];
    }),
  );

/** What is wrong with it, each with its path; empty when it is a `CalendarSource`. */
export const calendarSourceProblems = (value: unknown): readonly string[] =>
  sourceProblems(value).map((problem) =>
    'fault' in problem
      ? `${problem.path}: ${FAULTS[problem.fault](problem)}`
      : `${problem.path}: ${problem.form}`,
  );

/** A wrong form, or a wrong day. */
type Problem = { readonly path: string; readonly form: string } | CalendarFault;

function sourceProblems(value: unknown): readonly Problem[] {
  if (!isObject(value)) return [{ path: 'source', form: 'must be an object' }];
  const { region, version } = value;
  return [
    ...(isObject(region)
      ? [
          ...textProblems(region['code'], 'region.code'),
          ...textProblems(region['name'], 'region.name'),
        ]
      : [{ path: 'region', form: 'must be an object with code and name' }]),
    ...textProblems(version, 'version'),
    ...contentProblems(value),
  ];
}

function contentProblems({
  regionalHolidays,
  overrides,
}: Record<string, unknown>): readonly Problem[] {
  const regional = new Set<string>();
  const years = new Set<unknown>();
  return [
    ...listProblems(regionalHolidays, 'regionalHolidays', (item, path) =>
      holidayProblems(item, path, { year: null, fits: (day) => onceFault(day, regional) }),
    ),
    ...listProblems(overrides, 'overrides', (item, path) =>
      yearProblems(item, path, { years, regional }),
    ),
  ];
}

type DayFault = CalendarFault['fault'] | undefined;
/** The notice that a day stands in, and what speaks against the day there. */
interface DayRule {
  readonly year: number | null;
  readonly fits: (day: Day) => DayFault;
}

function yearProblems(
  value: unknown,
  path: string,
  { years, regional }: { readonly years: Set<unknown>; readonly regional: ReadonlySet<string> },
): Problem[] {
  if (!isObject(value))
    return [{ path, form: 'must be an object with year, holidays and makeupWorkdays' }];
  const { year, holidays, makeupWorkdays } = value satisfies Partial<
    Record<keyof TaughtYear, unknown>
  >;
  const ofYear = `${path}.year`;
  if (typeof year !== 'number' || !isCountedYear(year)) {
    return [{ path: ofYear, fault: 'YEAR_OUT_OF_RANGE', year: numberOrNull(year), day: null }];
  }
  const seen = new Set<string>();
  const ofTheNotice = (day: Day): DayFault =>
    day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
      ? onceFault(day, seen)
      : 'NOT_OF_THE_YEAR';
  const worked = (day: Day): DayFault => {
    if (!isWeekend(day)) return 'NO_WEEKEND_DAY';
    return regional.has(day) ? 'WORKED_AND_FREE' : ofTheNotice(day);
  };
  const isTaught = years.has(year);
  years.add(year);
  return [
    ...(isTaught ? [{ path: ofYear, fault: 'YEAR_TWICE', year, day: null } as const] : []),
    ...(Array.isArray(holidays) && holidays.length === 0
      ? [
          {
            path: `${path}.holidays`,
            fault: 'YEAR_WITHOUT_HOLIDAYS',
            year,
            day: null,
          } as const,
        ]
      : []),
    ...listProblems(holidays, `${path}.holidays`, (item, at) =>
      holidayProblems(item, at, { year, fits: ofTheNotice }),
    ),
    ...listProblems(makeupWorkdays, `${path}.makeupWorkdays`, (item, at) =>
      dayProblems(item, at, { year, fits: worked }),
    ),
  ];
}

function holidayProblems(value: unknown, path: string, rule: DayRule): Problem[] {
  if (!isObject(value)) return [{ path, form: 'must be an object with name and days' }];
  const { name, days } = value satisfies Partial<Record<keyof Holiday, unknown>>;
  const { year } = rule;
  return [
    ...textProblems(name, `${path}.name`),
    ...(Array.isArray(days) && days.length === 0
      ? [{ path: `${path}.days`, fault: 'NO_DAYS', year, day: null } as const]
      : []),
    ...listProblems(days, `${path}.days`, (item, at) => dayProblems(item, at, rule)),
  ];
}

function dayProblems(value: unknown, path: string, { year, fits }: DayRule): Problem[] {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day === undefined) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : typeof value;
    return [{ path, form: `${shown} is no day (YYYY-MM-DD)` }];
  }
  const fault = fits(day);
  return fault === undefined ? [] : [{ path, fault, year, day }];
}

function listProblems(
  value: unknown,
  path: string,
  each: (item: unknown, path: string) => Problem[],
): Problem[] {
  return Array.isArray(value)
    ? value.flatMap((item: unknown, index) => each(item, `${path}[${index}]`))
    : [{ path, form: 'must be a list' }];
}

function textProblems(value: unknown, path: string): Problem[] {
  return typeof value === 'string' && value.trim() !== '' ? [] : [{ path, form: 'must be a text' }];
}

function onceFault(day: Day, seen: Set<string>): DayFault {
  if (seen.has(day)) return 'LISTED_TWICE';
  seen.add(day);
  return undefined;
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
