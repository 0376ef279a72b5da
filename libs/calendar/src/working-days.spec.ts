import { calendarDays, day, guangxi, national, workingDays } from '../test/sources.ts';
import { addPeriod, subtractPeriod, workingDaysBetween } from './working-days.ts';

describe('addPeriod', () => {
  it.each([
    ['2026-09-18', workingDays(0), '2026-09-18'],
    ['2026-09-19', workingDays(0), '2026-09-19'],
    ['2026-09-18', workingDays(1), '2026-09-20'],
    ['2026-09-18', workingDays(20), '2026-10-22'],
    ['2026-09-18', calendarDays(20), '2026-10-08'],
  ])('%s and %j: %s', (from, period, last) => {
    expect(addPeriod(national, day(from), period)).toBe(last);
  });

  it('refuses what is no number of days', () => {
    expect(() => addPeriod(national, day('2026-09-18'), calendarDays(0.5))).toThrow(
      'A period is 0 to 36525 whole days, not 0.5',
    );
  });
});

describe('subtractPeriod (行政许可法 48: told 7 days before)', () => {
  it.each([
    ['2026-10-22', workingDays(20), '2026-09-19'],
    ['2026-03-13', workingDays(7), '2026-03-04'],
    ['2026-03-13', workingDays(0), '2026-03-13'],
    ['2026-03-13', calendarDays(7), '2026-03-06'],
  ])('%s less %j: %s', (last, period, first) => {
    expect(subtractPeriod(national, day(last), period)).toBe(first);
  });

  it('may be a day off, when the first day after it is the first that counts', () => {
    expect(subtractPeriod(national, day('2026-10-08'), workingDays(1))).toBe('2026-10-07');
  });

  it('refuses what is no number of days', () => {
    expect(() => subtractPeriod(national, day('2026-09-18'), workingDays(-1))).toThrow(RangeError);
  });
});

describe('workingDaysBetween', () => {
  it('leaves out the first day and counts the last', () => {
    expect(workingDaysBetween(national, day('2026-03-02'), day('2026-03-02'))).toBe(0);
    expect(workingDaysBetween(national, day('2026-03-02'), day('2026-03-03'))).toBe(1);
    expect(workingDaysBetween(national, day('2026-03-06'), day('2026-03-08'))).toBe(0);
    expect(workingDaysBetween(national, day('2026-03-06'), day('2026-03-09'))).toBe(1);
  });

  it('is negative backwards, and never -0', () => {
    expect(workingDaysBetween(national, day('2026-03-09'), day('2026-03-06'))).toBe(-1);
    expect(workingDaysBetween(national, day('2026-03-08'), day('2026-03-06'))).toBe(0);
  });

  it('goes by the region', () => {
    expect(workingDaysBetween(national, day('2026-04-17'), day('2026-04-24'))).toBe(5);
    expect(workingDaysBetween(guangxi, day('2026-04-17'), day('2026-04-24'))).toBe(3);
  });
});
