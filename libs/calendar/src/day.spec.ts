import { instant, type Instant } from '@onewindow/kernel';
import fc from 'fast-check';
import {
  addDays,
  addYears,
  dayOf,
  daysBetween,
  endOfDay,
  nextDay,
  parseDay,
  startOfDay,
} from './day.ts';

const moments = fc
  .date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(instant);
const day = (text: string) => parseDay(text) ?? fail(text);
const fail = (text: string): never => {
  throw new Error(`${text} is no day`);
};

describe('a day in Asia/Shanghai', () => {
  it('is the same day of a later year; of 29 February the 28th', () => {
    expect(addYears(day('2026-09-18'), 30)).toBe('2056-09-18');
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('begins at 16:00 UTC of the day before', () => {
    expect(dayOf(instant('2026-09-17T15:59:59.999Z'))).toBe('2026-09-17');
    expect(dayOf(instant('2026-09-17T16:00:00.000Z'))).toBe('2026-09-18');
    expect(startOfDay(day('2026-09-18'))).toBe('2026-09-17T16:00:00.000Z');
  });

  it('ends at 24:00, which is the start of the next day', () => {
    expect(endOfDay(day('2026-12-31'))).toBe('2026-12-31T16:00:00.000Z');
    expect(endOfDay(day('2026-12-31'))).toBe(startOfDay(day('2027-01-01')));
  });

  it('holds every moment from its start until before its end', () => {
    fc.assert(
      fc.property(moments, (at: Instant) => {
        expect(startOfDay(dayOf(at)) <= at && at < endOfDay(dayOf(at))).toBe(true);
      }),
    );
  });

  it('is the day that the time zone database gives', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    fc.assert(
      fc.property(moments, (at: Instant) => {
        expect(dayOf(at)).toBe(shanghai.format(new Date(at)));
      }),
    );
  });
});

describe('days follow each other', () => {
  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2026-02-28', '2026-03-01'],
    ['2026-12-31', '2027-01-01'],
  ])('%s, then %s', (today, tomorrow) => {
    expect(nextDay(day(today))).toBe(tomorrow);
    expect(addDays(day(tomorrow), -1)).toBe(today);
  });

  it('one by one, through every month and leap year', () => {
    let today = day('1999-12-25');
    for (let days = 1; days <= 800; days += 1) {
      today = nextDay(today);
      expect(today).toBe(addDays(day('1999-12-25'), days));
    }
  });

  it('as many as were added lie between', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -5000, max: 5000 }), (at, days) => {
        expect(daysBetween(dayOf(at), addDays(dayOf(at), days))).toBe(days);
      }),
    );
  });
});

describe('parseDay', () => {
  it('reads days that exist', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026/01/01',
    '',
    '20260101',
    '2026-01-01T00:00:00Z',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});
