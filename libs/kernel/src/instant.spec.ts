import fc from 'fast-check';
import { addMilliseconds, instant } from './instant.ts';

const dates = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('an instant', () => {
  it.each([
    ['2026-09-18T09:30:00+08:00', '2026-09-18T01:30:00.000Z'],
    ['2026-09-18T01:30:00Z', '2026-09-18T01:30:00.000Z'],
    ['2026-09-18T01:30:00.5Z', '2026-09-18T01:30:00.500Z'],
    ['2026-09-18t01:30:00.123456z', '2026-09-18T01:30:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-09-18T00:00:00-05:00', '2026-09-18T05:00:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(instant(text)).toBe(utc);
  });

  it('is the moment of a date', () => {
    expect(instant(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([
    ...['', 'tomorrow', '2026-13-01T00:00:00Z', '2026-09-18T25:00:00Z'],
    ...[
      '2026-09-18T01:30:00',
      '2026-09-18',
      '2026/09/18',
      'Sep 18 2026',
      '1',
      '2026-02-30T00:00:00Z',
      '2026-02-29T00:00:00+08:00',
      '2026-09-18T24:00:00Z',
      '2026-09-18T01:30:60Z',
      '2026-09-18T01:30Z',
      ' 2026-09-18T01:30:00Z',
      '+002026-09-18T01:30:00Z',
      '2026-09-18T01:30:00+0800',
    ],
  ])('%j is none', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('of an invalid date is none', () => {
    expect(() => instant(new Date(NaN))).toThrow(RangeError);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(instant(instant(date))).toBe(date.toISOString());
      }),
    );
  });

  it('orders as text as it does in time', () => {
    fc.assert(
      fc.property(dates, dates, (one, two) => {
        expect(instant(one) < instant(two)).toBe(one.getTime() < two.getTime());
      }),
    );
  });

  it.each([new Date('+010000-01-01T00:00:00Z'), new Date('-000001-12-31T00:00:00Z')])(
    'beyond four digits of a year is none, because its text would not be in order',
    (date) => {
      expect(() => instant(date)).toThrow(RangeError);
    },
  );
});

describe('addMilliseconds', () => {
  it('goes forward and back', () => {
    const start = instant('2026-12-31T23:59:59.999Z');
    expect(addMilliseconds(start, 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(addMilliseconds(addMilliseconds(start, 1), -1)).toBe(start);
    expect(addMilliseconds(start, 0)).toBe(start);
  });

  it('refuses what is no number', () => {
    expect(() => addMilliseconds(instant('2026-01-01T00:00:00Z'), NaN)).toThrow(RangeError);
  });
});
