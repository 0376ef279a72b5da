import { timeLeft } from './deadline.ts';

const now = 1_795_350_000_000;

it('reads a deadline in milliseconds', () => {
  expect(timeLeft(String(now + 5), now)).toBe(5);
  expect(timeLeft(String(now - 5), now)).toBe(-5);
  expect(timeLeft(undefined, now)).toBeUndefined();
});

it.each(['soon', '-5', '', '1e9', '999999999999999', '9'.repeat(40), String(now + 3_600_001)])(
  'takes %j for no deadline that anybody means',
  (header) => {
    expect(timeLeft(header, now)).toBe('MALFORMED');
  },
);
