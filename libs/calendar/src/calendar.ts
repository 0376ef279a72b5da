import type { CalendarSource, Holiday } from './calendar-source.ts';
import { isWeekend, yearOf, type Day } from './day.ts';
import { parseCalendarSource } from './parse-calendar-source.ts';
import type { LedgerReason } from './period.ts';
import { isPublished, PUBLISHED_BY, publishedDay, type NoticeDay } from './published-holidays.ts';
import { statutoryDayOff } from './statutory-days-off.ts';

export interface CalendarDay {
  readonly day: Day;
  readonly works: boolean;
  readonly reason: Exclude<LedgerReason, 'SUSPENDED' | 'CALENDAR_DAY'>;
  /** The holiday's name in Chinese, also for the day worked for it; null for plain days. */
  readonly name: string | null;
  /**
   * False when the notice of the year is not known: then the days off of every year are off, and other weekdays count
   * as worked for the time being.
   */
  readonly known: boolean;
}

/** The working days of a region (行政许可法 82). Pure: the same source always answers the same. */
export interface Calendar {
  readonly region: CalendarSource['region'];
  /** Names the library, the source and the taught years: a deadline says by it how it was found. */
  readonly version: string;
  readonly day: (day: Day) => CalendarDay;
}

/** Throws a `RangeError` with all problems of a malformed source. */
export function createCalendar(source: CalendarSource): Calendar {
  const { region, regionalHolidays, overrides } = parseCalendarSource(source);
  const taughtYears = new Set(overrides.map(({ year }) => year));
  const taughtDays = new Map(
    // In order of years: of two notices that name the same December day, the later one holds.
    [...overrides]
      .sort((left, right) => left.year - right.year)
      .flatMap(({ holidays, makeupWorkdays }) => [
        ...daysOff(holidays),
        ...makeupWorkdays.map((day) => [day, { works: true, name: null }] as const),
      ]),
  );
  const regionalDays = new Map(daysOff(regionalHolidays));
  const regionalYears = new Set([...regionalDays.keys()].map((day) => Number(day.slice(0, 4))));
  const seen = new Map<Day, CalendarDay>();

  function noticeOf(day: Day): NoticeDay | undefined {
    const taught = taughtDays.get(day);
    return taught ?? (taughtYears.has(yearOf(day)) ? undefined : publishedDay(day));
  }

  const isOfNotice = (year: number) => taughtYears.has(year) || isPublished(year);

  function isKnown(year: number): boolean {
    return isOfNotice(year) && (regionalYears.size === 0 || regionalYears.has(year));
  }

  function look(day: Day): CalendarDay {
    const notice = noticeOf(day);
    const regional = regionalDays.get(day);
    const known = isKnown(yearOf(day));
    if (notice?.works === false) return { day, ...off('HOLIDAY', notice), known };
    if (regional) return { day, ...off('REGIONAL_HOLIDAY', regional), known };
    if (notice) return { day, works: true, reason: 'MAKEUP_WORKDAY', name: notice.name, known };
    const everyYear = isOfNotice(yearOf(day)) ? null : statutoryDayOff(day);
    if (everyYear !== null) return { day, ...off('HOLIDAY', { name: everyYear }), known };
    return isWeekend(day)
      ? { day, works: false, reason: 'WEEKEND', name: null, known }
      : { day, works: true, reason: 'WORKDAY', name: null, known };
  }

  return {
    region,
    version: versionOf(source),
    day: (day) => {
      const found = seen.get(day) ?? look(day);
      seen.set(day, found);
      return found;
    },
  };
}

function off(reason: 'HOLIDAY' | 'REGIONAL_HOLIDAY', { name }: Pick<NoticeDay, 'name'>) {
  return { works: false, reason, name } as const;
}

function daysOff(holidays: readonly Holiday[]): (readonly [string, NoticeDay])[] {
  return holidays.flatMap(({ name, days }) =>
    days.map((day) => [day, { works: false, name }] as const),
  );
}

/** As `chinese-days@1.5.7+1.statutory-2025 450000@3 2027(33-8)`: each taught year with its days off and its make-up workdays. */
function versionOf({ region, version, overrides }: CalendarSource): string {
  const taught = overrides
    .map(({ year, holidays, makeupWorkdays }) => {
      const count = holidays.reduce((sum, { days }) => sum + days.length, 0);
      return `${year}(${count}-${makeupWorkdays.length})`;
    })
    .sort();
  return [PUBLISHED_BY, `${region.code}@${version}`, ...taught].join(' ');
}
