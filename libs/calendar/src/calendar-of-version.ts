import { createCalendar, type Calendar } from './calendar.ts';
import type { CalendarContent, CalendarSource } from './calendar-source.ts';

/** The calendar that one version of a region's rule makes. A deadline names it by division and number: `450000@3`. */
export const calendarOfVersion = (
  { code, name }: CalendarSource['region'],
  { n, content }: { readonly n: number; readonly content: CalendarContent },
): Calendar => {
  const { regionalHolidays, overrides } = content;
  return createCalendar({
    region: { code, name },
    version: String(n),
    regionalHolidays,
    overrides,
  });
};
