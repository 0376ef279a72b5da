import {
  calendarFaults,
  calendarOfVersion,
  changedDays,
  dayOf,
  nationalCalendar,
  type CalendarContent,
  type CalendarFault,
} from '@onewindow/calendar';
import { versionAt, type Instant, type Versions } from '@onewindow/kernel';

/**
 * The most that one version names. With it the newest versions of a region fit in an event (512 KB). Ten taught years
 * have some 80 holidays with 400 days.
 */
const MOST_HOLIDAYS = 200;
const MOST_DAYS = 1_000;

/**
 * What is wrong with one day of a calendar. PAST_DAY_CHANGED: it has passed, and clocks were counted by it.
 * TOO_MANY_DAYS: the calendar names more than one version may, about no single day.
 */
export type DayFault = Omit<CalendarFault, 'fault'> & {
  readonly fault: CalendarFault['fault'] | 'PAST_DAY_CHANGED' | 'TOO_MANY_DAYS';
};

/** Days outside their year, days that are both worked and free, years without holidays …, by `calendarFaults`. */
export const wrongDays = ({ regionalHolidays, overrides }: CalendarContent): readonly DayFault[] =>
  isTooMuch({ regionalHolidays, overrides })
    ? [{ fault: 'TOO_MANY_DAYS', path: 'calendar', year: null, day: null }]
    : calendarFaults({ regionalHolidays, overrides });

function isTooMuch({ regionalHolidays, overrides }: CalendarContent): boolean {
  const holidays = [...regionalHolidays, ...overrides.flatMap((taught) => taught.holidays)];
  const days = [
    ...holidays.map((holiday) => holiday.days.length),
    ...overrides.map(({ makeupWorkdays }) => makeupWorkdays.length),
  ].reduce((sum, count) => sum + count, 0);
  return holidays.length > MOST_HOLIDAYS || days > MOST_DAYS;
}

/** A region's rule, as far as its calendar hangs on it. */
export interface CalendarRule {
  readonly code: string;
  readonly name: string;
  readonly versions: Versions<CalendarContent>;
}

/** The calendar that a rule gives at a moment, undefined before its first version begins. */
export function calendarOfRule(rule: CalendarRule, moment: Instant) {
  const version = versionAt(rule.versions, moment);
  return version && { rule, content: version.content, calendar: calendarOfVersion(rule, version) };
}

/** What counts days where no region on the way up has a rule: the State Council's notices, and nothing beside them. */
export const NATIONAL: HeldCalendar = {
  calendar: nationalCalendar,
  content: { regionalHolidays: [], overrides: [] },
};

/** The calendar by which days were counted until a new version begins. */
export type HeldCalendar = Pick<
  NonNullable<ReturnType<typeof calendarOfRule>>,
  'calendar' | 'content'
>;

/**
 * The days before a new version's first that it would change against the calendar that held, its own or, before its
 * first version, that of the region above or the national one: clocks were counted by them, and nobody who was late
 * becomes in time by a holiday that is told afterwards (S21).
 */
export function pastDaysChanged(
  held: HeldCalendar | undefined,
  place: Pick<CalendarRule, 'code' | 'name'>,
  { content, validFrom }: { readonly content: CalendarContent; readonly validFrom: Instant },
): readonly DayFault[] {
  if (!held || wrongDays(content).length > 0) return [];
  const calendar = calendarOfVersion(place, { n: 0, content });
  return changedDays(held, { calendar, content })
    .filter((day) => day < dayOf(validFrom))
    .map((day) => ({ fault: 'PAST_DAY_CHANGED', path: 'calendar', year: null, day }));
}
