import { parseDay, type Day } from '@onewindow/calendar';
import { bustle, momentOf, nationalCalendar, workingDayUpTo } from './opening-hours.ts';

const calendar = nationalCalendar();
const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(text);
  return parsed;
};
const bustleOn = (text: string) => bustle(calendar, day(text));

it('Monday is the fullest day of a plain week, Friday the emptiest', () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map(bustleOn);
  expect(Math.max(...week)).toBe(week[0]);
  expect(Math.min(...week)).toBe(week[4]);
});

it('nobody is there on a weekend or a holiday', () => {
  expect(['2026-11-21', '2026-11-22', '2026-10-01', '2026-10-07'].map(bustleOn)).toEqual([
    0, 0, 0, 0,
  ]);
});

it('a Saturday that is worked for a holiday is quiet, but open (调休)', () => {
  const makeup = ['2026-09-19', '2026-09-20', '2026-10-10'].filter(
    (text) => calendar.day(day(text)).reason === 'MAKEUP_WORKDAY',
  );
  expect(makeup.length).toBeGreaterThan(0);
  for (const text of makeup) {
    expect(bustleOn(text)).toBeGreaterThan(0);
    expect(bustleOn(text)).toBeLessThan(bustleOn('2026-11-17'));
  }
});

it('who would have come on a holiday comes when it is over', () => {
  expect(bustleOn('2026-10-08')).toBeGreaterThan(bustleOn('2026-11-19'));
});

it('the last working day up to a Sunday is its Friday, up to a working day that day', () => {
  expect(workingDayUpTo(calendar, day('2026-11-22'))).toBe('2026-11-20');
  expect(workingDayUpTo(calendar, day('2026-11-20'))).toBe('2026-11-20');
  expect(workingDayUpTo(calendar, day('2026-10-07'))).toBe('2026-09-30');
});

it('a moment of the day is in the hall’s own time', () => {
  expect(momentOf(day('2026-11-20'), 9 * 60 + 5, 30)).toBe('2026-11-20T01:05:30.000Z');
});
