import type { Calendar } from './calendar.ts';
import { addDays, nextDay, yearOf, type Day } from './day.ts';
import type { CalendarContent } from './calendar-source.ts';
import { isCountedYear } from './parse-calendar-source.ts';

/** One calendar, with the days that it is made of. */
export interface MadeOf {
  readonly calendar: Calendar;
  readonly content: CalendarContent;
}

/**
 * The days that are worked by one calendar and not by the other, in order. Only those of the years that either of them
 * names: all other years are the same published notices to both. Years that nobody counts in have no days that change.
 */
export function changedDays(before: MadeOf, after: MadeOf): readonly Day[] {
  const years = [...yearsOf(before.content), ...yearsOf(after.content)];
  const changed = new Set<Day>();
  for (const year of new Set(years.filter(isCountedYear))) {
    // The notice of a year may reach into the December before.
    const first = addDays(`${year}-01-01` as Day, -31);
    for (let day = first; yearOf(day) <= year; day = nextDay(day)) {
      if (before.calendar.day(day).works !== after.calendar.day(day).works) changed.add(day);
    }
  }
  return [...changed].sort();
}

function yearsOf({ regionalHolidays, overrides }: CalendarContent): number[] {
  const ofRegion = regionalHolidays.flatMap(({ days }) =>
    days.map((day) => Number(day.slice(0, 4))),
  );
  return [...ofRegion, ...overrides.map(({ year }) => year)];
}
