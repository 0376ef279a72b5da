import { createCalendar, type Calendar } from './calendar.ts';

/** What holds in every region without holidays of its own: the State Council's notices, and nothing beside them. */
export const nationalCalendar: Calendar = createCalendar({
  region: { code: 'CN', name: '全国' },
  version: '1',
  regionalHolidays: [],
  overrides: [],
});
