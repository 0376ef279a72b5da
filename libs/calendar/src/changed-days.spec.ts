import { NATIONAL, NOTICE_2027 } from '../test/sources.ts';
import { createCalendar } from './calendar.ts';
import type { CalendarSource } from './calendar-source.ts';
import { changedDays } from './changed-days.ts';

const made = (source: CalendarSource) => ({ calendar: createCalendar(source), content: source });

it('are none between a calendar and itself', () => {
  const source = { ...NATIONAL, overrides: [NOTICE_2027] };
  expect(changedDays(made(source), made(source))).toEqual([]);
});

it('are the working days that a region takes off, and those of a notice that is taught', () => {
  const days = ['2027-04-09', '2027-04-10'];
  const source = { ...NATIONAL, regionalHolidays: [{ name: '三月三', days }] };
  // The 10th is a Saturday, which nobody works anyway.
  expect(changedDays(made(NATIONAL), made(source))).toEqual(['2027-04-09']);
  expect(changedDays(made(source), made(NATIONAL))).toEqual(['2027-04-09']);
});

it('reach into the December before a year that is taught', () => {
  const holidays = [{ name: '元旦', days: ['2026-12-31', '2027-01-01'] }];
  const taught = { ...NATIONAL, overrides: [{ year: 2027, holidays, makeupWorkdays: [] }] };
  const changed = changedDays(made(NATIONAL), made(taught));
  // New Year's Day is off in every year, with or without a notice; a notice alone says what is off.
  expect(changed.filter((day) => day < '2027-02-01')).toEqual(['2026-12-31']);
  expect(changed).toContain('2027-02-08');
});

it('are found beside stored days of years that nobody counts in', () => {
  const far = ['0001-01-01', '0206-10-01', '9999-12-31'];
  const stored = { ...NATIONAL, regionalHolidays: [{ name: '三月三', days: far }] };
  const mended = { ...NATIONAL, regionalHolidays: [{ name: '三月三', days: ['2027-04-09'] }] };
  expect(changedDays(made(stored), made(mended))).toEqual(['2027-04-09']);
});
