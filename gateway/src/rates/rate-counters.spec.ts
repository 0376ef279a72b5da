import { createRateCounters } from './rate-counters.ts';
import { RATES } from './rate-kinds.ts';

// A clock of the test's own: seconds pass when it says so.
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('gives what there is, and then tells when there is more', async () => {
  const counters = createRateCounters({ ...RATES, progress: { points: 3, seconds: 60 } });
  expect(await counters.take('progress', 'a')).toBeUndefined();
  expect(await counters.take('progress', 'a', 2)).toBeUndefined();
  expect(await counters.wait('progress', 'b')).toBeUndefined();
  expect(await counters.take('progress', 'a')).toBe(60);
  jest.advanceTimersByTime(10_000);
  expect(await counters.wait('progress', 'a')).toBe(50);
  // Others, and other things, are counted apart.
  expect(await counters.take('progress', 'b')).toBeUndefined();
  expect(await counters.take('filing', 'a')).toBeUndefined();
});

it('gives again when the window is over', async () => {
  const counters = createRateCounters({ ...RATES, progress: { points: 1, seconds: 1 } });
  await counters.take('progress', 'a');
  expect(await counters.take('progress', 'a')).toBe(1);
  jest.advanceTimersByTime(1_001);
  expect(await counters.take('progress', 'a')).toBeUndefined();
});
