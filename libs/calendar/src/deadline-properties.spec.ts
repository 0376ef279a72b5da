import { addMilliseconds, type Instant } from '@onewindow/kernel';
import fc from 'fast-check';
import { day, guangxi, national } from '../test/sources.ts';
import type { Calendar } from './calendar.ts';
import { addDays, dayOf, endOfDay, nextDay, startOfDay, type Day } from './day.ts';
import { deadline } from './deadline.ts';
import type { Period, PeriodUnit, Suspension } from './period.ts';
import { addPeriod, subtractPeriod, workingDaysBetween } from './working-days.ts';

const calendars = fc.constantFrom<Calendar>(national, guangxi);
const units = fc.constantFrom<PeriodUnit>('WORKING_DAYS', 'CALENDAR_DAYS');
const starts = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2023-06-01'), days));
const lengths = fc.integer({ min: 0, max: 60 });
const periods = fc.record({ value: lengths, unit: units });
const suspensions = fc.array(
  fc.tuple(starts, fc.integer({ min: 0, max: 40 })).map(([from, days]): Suspension => ({
    reason: '检验',
    from: startOfDay(from),
    until: startOfDay(addDays(from, days)),
  })),
  { maxLength: 3 },
);
const cases = fc.record({
  calendar: calendars,
  unit: units,
  period: periods,
  spans: suspensions,
  start: starts,
  middle: starts,
  last: starts,
  days: lengths,
  more: lengths,
  time: fc.nat(86_399_999),
});
const rule = '行政许可法 45';

function dueAt(
  terms: { calendar: Calendar; period: Period; suspensions?: readonly Suspension[] },
  startedAt: Instant,
): Instant {
  const found = deadline({ rule, suspensions: [], ...terms, startedAt }).dueAt;
  if (found === null) throw new Error('A closed suspension left the end open');
  return found;
}

describe('a deadline', () => {
  it('is not earlier for a later start', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, spans, start, days }) => {
        const terms = { calendar, period, suspensions: spans };
        const later = startOfDay(addDays(start, days));
        expect(dueAt(terms, startOfDay(start)) <= dueAt(terms, later)).toBe(true);
      }),
    );
  });

  it('is later for a longer period', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, spans, start }) => {
        const terms = { calendar, suspensions: spans };
        const longer = { ...period, value: period.value + 1 };
        const at = startOfDay(start);
        expect(dueAt({ ...terms, period }, at) < dueAt({ ...terms, period: longer }, at)).toBe(
          true,
        );
      }),
    );
  });

  it('is not earlier for one more suspension', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, spans, start }) => {
        const at = startOfDay(start);
        const terms = { calendar, period };
        expect(
          dueAt({ ...terms, suspensions: spans.slice(1) }, at) <=
            dueAt({ ...terms, suspensions: spans }, at),
        ).toBe(true);
      }),
    );
  });

  it('does not depend on the time of day', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, start, time }) => {
        const at = startOfDay(start);
        expect(dueAt({ calendar, period }, addMilliseconds(at, time))).toBe(
          dueAt({ calendar, period }, at),
        );
      }),
    );
  });

  it('counts in its ledger exactly the days of the period, each day once', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, spans, start }) => {
        const { ledger } = deadline({
          ...{ calendar, rule, period, suspensions: spans },
          startedAt: startOfDay(start),
        });
        expect(ledger.filter(({ counts }) => counts)).toHaveLength(period.value);
        expect(ledger.map((entry) => entry.day)).toEqual(
          ledger.map((_, index) => addDays(start, index + 1)),
        );
        expect(ledger.at(-1)?.counts ?? true).toBe(true);
      }),
    );
  });
});

describe('addPeriod', () => {
  it('agrees with the deadline', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, start }) => {
        expect(endOfDay(addPeriod(calendar, start, period))).toBe(
          dueAt({ calendar, period }, startOfDay(start)),
        );
      }),
    );
  });

  it('is additive: a period split at a day ends on the same day', () => {
    fc.assert(
      fc.property(cases, ({ calendar, unit, start, days, more }) => {
        const add = (from: Day, value: number) => addPeriod(calendar, from, { value, unit });
        expect(add(add(start, days), more)).toBe(add(start, days + more));
      }),
    );
  });
});

describe('subtractPeriod', () => {
  it('is the latest day from which the period still ends in time', () => {
    fc.assert(
      fc.property(cases, ({ calendar, period, last }) => {
        const first = subtractPeriod(calendar, last, period);
        expect(addPeriod(calendar, first, period) <= last).toBe(true);
        expect(addPeriod(calendar, nextDay(first), period) > last).toBe(true);
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('undoes addPeriod', () => {
    fc.assert(
      fc.property(cases, ({ calendar, start, days }) => {
        const last = addPeriod(calendar, start, { value: days, unit: 'WORKING_DAYS' });
        expect(workingDaysBetween(calendar, start, last)).toBe(days);
      }),
    );
  });

  it('adds up over a day between, in any direction', () => {
    fc.assert(
      fc.property(cases, ({ calendar, start, middle, last }) => {
        const count = (from: Day, to: Day) => workingDaysBetween(calendar, from, to);
        expect(count(start, middle) + count(middle, last)).toBe(count(start, last));
      }),
    );
  });
});

it('a moment of the last day is in time and the next one is not', () => {
  const end = dueAt(
    { calendar: national, period: { value: 5, unit: 'WORKING_DAYS' } },
    startOfDay(day('2026-09-18')),
  );
  expect(dayOf(addMilliseconds(end, -1))).toBe('2026-09-24');
  expect(dayOf(end)).toBe('2026-09-25');
});
