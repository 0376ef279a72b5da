import { instant } from '@onewindow/kernel';
import { calendarDays, day, national, workingDays } from '../test/sources.ts';
import { startOfDay } from './day.ts';
import { deadline, type DeadlineTerms } from './deadline.ts';
import { dueSoonAt, remaining } from './remaining.ts';

// Started on Monday the 2nd, so five working days end on Monday the 9th.
const due = (terms: Partial<DeadlineTerms> = {}) =>
  deadline({
    calendar: national,
    rule: '行政许可法 32',
    startedAt: instant('2026-03-02T10:00:00+08:00'),
    period: workingDays(5),
    suspensions: [],
    ...terms,
  });
const left = (at: string, terms: Partial<DeadlineTerms> = {}) =>
  remaining(due(terms), national, instant(at));

describe('days left', () => {
  it.each([
    ['2026-03-02T23:59:59+08:00', 5],
    ['2026-03-03T00:00:00+08:00', 4],
    ['2026-03-06T12:00:00+08:00', 1],
    ['2026-03-08T12:00:00+08:00', 1],
    ['2026-03-09T00:00:00+08:00', 0],
    ['2026-03-09T23:59:59.999+08:00', 0],
  ])('at %s: %d', (at, days) => {
    expect(left(at)).toBe(days);
  });

  it('before the start are the whole period', () => {
    expect(left('2026-02-01T00:00:00Z')).toBe(5);
  });

  it('stand still while suspended, for as long as it lasts', () => {
    const suspensions = [{ reason: '鉴定', from: startOfDay(day('2026-03-04')), until: null }];
    expect(left('2026-03-03T12:00:00+08:00', { suspensions })).toBe(4);
    expect(left('2026-06-01T12:00:00+08:00', { suspensions })).toBe(4);
  });

  it('count every day in calendar days', () => {
    expect(left('2026-03-05T12:00:00+08:00', { period: calendarDays(5) })).toBe(2);
  });
});

describe('days over', () => {
  it.each([
    ['2026-03-10T00:00:00+08:00', -1],
    ['2026-03-11T12:00:00+08:00', -2],
    ['2026-03-15T12:00:00+08:00', -4],
  ])('at %s: %d', (at, days) => {
    expect(left(at)).toBe(days);
  });

  it('are at least one, on a day off too', () => {
    expect(left('2026-03-07T00:00:00+08:00', { period: workingDays(4) })).toBe(-1);
    expect(left('2026-03-09T00:00:00+08:00', { period: workingDays(4) })).toBe(-1);
    expect(left('2026-03-10T00:00:00+08:00', { period: workingDays(4) })).toBe(-2);
  });

  it('count every day in calendar days', () => {
    expect(left('2026-03-09T12:00:00+08:00', { period: calendarDays(5) })).toBe(-2);
  });

  it('of a period of 0 begin with the next day', () => {
    const terms = { period: workingDays(0) };
    expect(left('2026-03-02T20:00:00+08:00', terms)).toBe(0);
    expect(left('2026-03-03T00:00:00+08:00', terms)).toBe(-1);
  });
});

describe('due soon', () => {
  it.each([
    [0, '2026-03-09'],
    [1, '2026-03-06'],
    [2, '2026-03-05'],
    [6, '2026-02-28'],
    [7, '2026-02-27'],
  ])('%d working days before is from the start of %s', (days, from) => {
    expect(dueSoonAt(due(), national, days)).toBe(startOfDay(day(from)));
  });

  it('counts working days before a last day in calendar days too', () => {
    expect(dueSoonAt(due({ period: calendarDays(6) }), national, 1)).toBe(
      startOfDay(day('2026-03-06')),
    );
  });

  it('is not known while the last day is not', () => {
    const suspensions = [{ reason: '鉴定', from: startOfDay(day('2026-03-04')), until: null }];
    expect(dueSoonAt(due({ suspensions }), national, 1)).toBeNull();
  });

  it('refuses what is no number of days', () => {
    expect(() => dueSoonAt(due(), national, -1)).toThrow(RangeError);
  });
});
