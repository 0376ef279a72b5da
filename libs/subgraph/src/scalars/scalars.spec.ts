import { parseValue as literal } from 'graphql';
import { DateScalar } from './date.ts';
import { DateTime } from './date-time.ts';
import { Yuan } from './yuan.ts';

describe('DateTime', () => {
  it('goes out in the time of Shanghai, exact to the millisecond', () => {
    expect(DateTime.serialize('2026-02-28T17:00:00.250Z')).toBe('2026-03-01T01:00:00.250+08:00');
  });

  it.each([
    ['2026-03-01T01:00:00+08:00', '2026-02-28T17:00:00.000Z'],
    ['2026-02-28T17:00:00Z', '2026-02-28T17:00:00.000Z'],
    ['2026-02-28t12:00:00.5-05:00', '2026-02-28T17:00:00.500Z'],
  ])('reads %s, whatever its offset', (text, instant) => {
    expect(DateTime.parseValue(text)).toBe(instant);
    expect(DateTime.parseLiteral(literal(JSON.stringify(text)))).toBe(instant);
  });

  it.each(['2026-02-30T00:00:00Z', '2026-03-01T00:00:00', '2026-03-01', 'now', '', 1, null, {}])(
    'refuses %j as bad input',
    (value) => {
      expect(() => DateTime.parseValue(value)).toThrow('RFC 3339');
    },
  );

  it('refuses to send what is no moment', () => {
    expect(() => DateTime.serialize(17)).toThrow(TypeError);
  });
});

describe('Date', () => {
  it('is the same text on both sides', () => {
    expect(DateScalar.serialize('2026-03-01')).toBe('2026-03-01');
    expect(DateScalar.parseValue('2028-02-29')).toBe('2028-02-29');
    expect(DateScalar.parseLiteral(literal('"2026-03-01"'))).toBe('2026-03-01');
  });

  it.each(['2026-02-29', '2026-3-1', '2026-03-01T00:00:00Z', 20260301, null])(
    'refuses %j as bad input',
    (value) => {
      expect(() => DateScalar.parseValue(value)).toThrow('day of the calendar');
    },
  );
});

describe('Yuan', () => {
  it('has two places on the wire', () => {
    expect(Yuan.serialize({ yuan: '12.00' })).toBe('12.00');
  });

  it.each([
    ['12', '12.00'],
    ['0.5', '0.50'],
    ['-3.25', '-3.25'],
  ])('reads %s', (text, yuan) => {
    expect(Yuan.parseValue(text)).toEqual({ yuan });
    expect(Yuan.parseLiteral(literal(JSON.stringify(text)))).toEqual({ yuan });
  });

  it.each([12, 0.1, '1.234', '1e3', '', null])('refuses %j, which is not exact', (value) => {
    expect(() => Yuan.parseValue(value)).toThrow('decimal text');
  });

  it('refuses to send a number or text that is no Money', () => {
    expect(() => Yuan.serialize(12)).toThrow(TypeError);
    expect(() => Yuan.serialize({ yuan: 12 })).toThrow('decimal text');
  });
});
