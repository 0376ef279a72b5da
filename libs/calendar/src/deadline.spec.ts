import { instant } from '@onewindow/kernel';
import {
  calendarDays,
  day,
  guangxi,
  NATIONAL,
  national,
  NOTICE_2027,
  workingDays,
} from '../test/sources.ts';
import { createCalendar } from './calendar.ts';
import { endOfDay, startOfDay } from './day.ts';
import { deadline, type DeadlineTerms } from './deadline.ts';
import type { Suspension } from './period.ts';

const due = (started: string, terms: Partial<DeadlineTerms>) =>
  deadline({
    calendar: national,
    rule: '行政许可法 42',
    startedAt: startOfDay(day(started)),
    period: workingDays(20),
    suspensions: [],
    ...terms,
  });
const pause = (from: string, until: string | null): Suspension => ({
  reason: '听证',
  from: startOfDay(day(from)),
  until: until === null ? null : startOfDay(day(until)),
});
const suspended = (days: number, ...suspensions: Suspension[]) =>
  due('2026-03-02', { period: workingDays(days), suspensions });

describe('working days (行政许可法 82): the known answers', () => {
  it.each([
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-02-10', 5, '2026-02-24'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-04-30', 20, '2026-06-01'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-09-30', 20, '2026-11-03'],
  ])('received %s, %d days: until the end of %s', (started, days, last) => {
    const found = due(started, { period: workingDays(days) });
    expect(found.dueAt).toBe(endOfDay(day(last)));
    expect(found.provisional).toBe(false);
  });

  it('count from the day after, whatever the time of day', () => {
    for (const time of ['00:00:00', '08:59:59', '23:59:59.999']) {
      const startedAt = instant(`2026-03-02T${time}+08:00`);
      expect(due('2026-03-02', { startedAt, period: workingDays(1) }).dueAt).toBe(
        endOfDay(day('2026-03-03')),
      );
    }
  });

  it('count from the next working day when started on a day off', () => {
    expect(due('2026-10-03', { period: workingDays(1) }).dueAt).toBe(endOfDay(day('2026-10-08')));
  });

  it('a period of 0 ends with the starting day', () => {
    const found = due('2026-10-03', {
      period: workingDays(0),
      suspensions: [pause('2026-10-01', null)],
    });
    expect(found).toMatchObject({ dueAt: endOfDay(day('2026-10-03')), ledger: [] });
  });

  it('of a region count its own holidays out', () => {
    const terms = { period: workingDays(5) };
    expect(due('2026-04-17', terms).dueAt).toBe(endOfDay(day('2026-04-24')));
    expect(due('2026-04-17', { ...terms, calendar: guangxi }).dueAt).toBe(
      endOfDay(day('2026-04-28')),
    );
  });

  it.each([-1, 1.5, NaN, Infinity, 40_000])('a period of %d is refused', (days) => {
    expect(() => due('2026-03-02', { period: workingDays(days) })).toThrow(RangeError);
  });
});

describe('the ledger', () => {
  it('tells of every day why it counts or not', () => {
    const rows = due('2026-09-30', { period: workingDays(3) }).ledger.map(
      ({ day: each, counted, reason, name }) => [each, counted, reason, name],
    );
    expect(rows).toEqual([
      ['2026-10-01', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-02', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-03', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-04', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-05', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-06', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-07', 0, 'HOLIDAY', '国庆节'],
      ['2026-10-08', 1, 'WORKDAY', null],
      ['2026-10-09', 2, 'WORKDAY', null],
      ['2026-10-10', 3, 'MAKEUP_WORKDAY', '国庆节'],
    ]);
  });

  it('names weekends, regional holidays and the calendar', () => {
    const found = due('2026-04-17', { calendar: guangxi, period: workingDays(1) });
    expect(found.ledger.map(({ reason }) => reason)).toEqual([
      'WEEKEND',
      'REGIONAL_HOLIDAY',
      'REGIONAL_HOLIDAY',
      'REGIONAL_HOLIDAY',
      'WORKDAY',
    ]);
    expect(found).toMatchObject({ calendarVersion: guangxi.version, rule: '行政许可法 42' });
  });

  it('is plain JSON, like all of a deadline', () => {
    const found = suspended(5, pause('2026-03-04', null));
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
  });
});

describe('a year that is not known', () => {
  it('makes the deadline provisional', () => {
    const found = due('2026-12-28', { period: workingDays(5) });
    expect(found).toMatchObject({ provisional: true, dueAt: endOfDay(day('2027-01-05')) });
  });

  it('does not matter when the period ends before it', () => {
    expect(due('2026-12-28', { period: workingDays(3) }).provisional).toBe(false);
  });

  it('is final when it has been taught', () => {
    const calendar = createCalendar({ ...NATIONAL, overrides: [NOTICE_2027] });
    const found = due('2027-02-04', { calendar, period: workingDays(2) });
    expect(found).toMatchObject({
      provisional: false,
      dueAt: endOfDay(day('2027-02-11')),
      calendarVersion: calendar.version,
    });
  });

  it('does not matter for calendar days', () => {
    expect(due('2026-12-28', { period: calendarDays(60) }).provisional).toBe(false);
  });
});

describe('calendar days (信访工作条例 22, 34)', () => {
  it('all count, and a last day off is not moved', () => {
    const found = due('2026-09-16', { period: calendarDays(15) });
    expect(found.dueAt).toBe(endOfDay(day('2026-10-01')));
    expect(found.ledger).toHaveLength(15);
    expect(found.ledger.every(({ counts, reason }) => counts && reason === 'CALENDAR_DAY')).toBe(
      true,
    );
  });

  it('do not count while suspended', () => {
    const found = due('2026-09-16', {
      period: calendarDays(5),
      suspensions: [pause('2026-09-18', '2026-09-20')],
    });
    expect(found.dueAt).toBe(endOfDay(day('2026-09-23')));
  });
});

describe('a suspension (行政许可法 45)', () => {
  it('takes its days out, from its first day to the day before it ends', () => {
    const found = suspended(5, pause('2026-03-04', '2026-03-06'));
    expect(found.dueAt).toBe(endOfDay(day('2026-03-11')));
    expect(found.ledger.slice(0, 4)).toMatchObject([
      { day: '2026-03-03', counted: 1 },
      { day: '2026-03-04', counts: false, counted: 1, reason: 'SUSPENDED', name: '听证' },
      { day: '2026-03-05', counts: false, reason: 'SUSPENDED' },
      { day: '2026-03-06', counted: 2, reason: 'WORKDAY' },
    ]);
  });

  it('takes no day out twice where two overlap or lie over a weekend', () => {
    const found = suspended(
      5,
      pause('2026-03-05', '2026-03-09'),
      pause('2026-03-06', '2026-03-10'),
    );
    expect(found.dueAt).toBe(endOfDay(day('2026-03-12')));
  });

  it('that begins and ends on one day takes nothing out', () => {
    expect(suspended(5, pause('2026-03-04', '2026-03-04'))).toEqual(suspended(5));
  });

  it('before the start or after the last day changes nothing', () => {
    expect(suspended(5, pause('2026-02-24', '2026-03-03'))).toEqual(suspended(5));
    expect(suspended(5, pause('2026-03-10', null))).toEqual(suspended(5));
  });

  it('that still lasts leaves the end open, and the ledger ends where it began', () => {
    const found = suspended(5, pause('2026-03-05', null));
    expect(found.dueAt).toBeNull();
    expect(found.ledger.at(-1)).toEqual({
      day: '2026-03-05',
      counts: false,
      counted: 2,
      reason: 'SUSPENDED',
      name: '听证',
    });
    expect(found.ledger).toHaveLength(3);
  });

  it('that still lasts is found behind one that is over, in any order', () => {
    const spans = [pause('2026-03-04', '2026-03-06'), pause('2026-03-05', null)] as const;
    expect(suspended(5, ...spans).dueAt).toBeNull();
    expect(suspended(5, spans[1], spans[0]).dueAt).toBeNull();
  });

  it('is dated by the day in Shanghai', () => {
    const late = {
      reason: '检验',
      from: instant('2026-03-03T16:00:00Z'),
      until: instant('2026-03-04T15:59:59Z'),
    };
    expect(suspended(5, late)).toEqual(suspended(5));
    expect(suspended(5, { ...late, until: instant('2026-03-04T16:00:00Z') }).dueAt).toBe(
      endOfDay(day('2026-03-10')),
    );
  });
});
