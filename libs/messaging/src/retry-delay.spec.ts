import { retryDelay } from './retry-delay.ts';

const plain = { base: 1_000, limit: 600_000, random: 0.5 };

it('grows threefold with each attempt up to its limit', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => retryDelay(attempt, plain))).toEqual([
    1_000, 3_000, 9_000, 27_000, 81_000, 243_000, 600_000,
  ]);
});

it('spreads by a fifth either way', () => {
  expect(retryDelay(1, { ...plain, random: 0 })).toBe(800);
  expect(retryDelay(1, { ...plain, random: 1 })).toBe(1_200);
});
