import {
  createCalendar,
  nationalCalendar,
  parseDay,
  type CalendarSource,
  type Day,
  type Period,
} from '../src/index.ts';

export const NATIONAL: CalendarSource = {
  region: { code: 'CN', name: '全国' },
  version: '1',
  regionalHolidays: [],
  overrides: [],
};

/** A notice for 2027 made up for the specs; its New Year begins on a day of 2026. */
export const NOTICE_2027 = {
  year: 2027,
  holidays: [
    { name: '元旦', days: ['2026-12-31', '2027-01-01', '2027-01-02'] },
    { name: '春节', days: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'] },
  ],
  makeupWorkdays: ['2026-12-27', '2027-02-13'],
};

export const national = nationalCalendar;
export const guangxi = createCalendar({
  ...NATIONAL,
  region: { code: '450000', name: '广西壮族自治区' },
  regionalHolidays: [{ name: '广西三月三', days: ['2026-04-19', '2026-04-20', '2026-04-21'] }],
});

export function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
}

export const workingDays = (value: number): Period => ({ value, unit: 'WORKING_DAYS' });
export const calendarDays = (value: number): Period => ({ value, unit: 'CALENDAR_DAYS' });
