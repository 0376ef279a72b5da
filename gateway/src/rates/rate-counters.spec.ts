import { createRateCounters } from './rate-counters.ts';
import { RATES } from './rate-kinds.ts';

it('gives what there is, and then tells when there is more', async () => {
  const counters = createRateCounters({ ...RATES, progress: { points: 3, seconds: 60 } });
  expect(await counters.take('progress', 'a')).toBeUndefined();
  expect(await counters.take('progress', 'a', 2)).toBeUndefined();
  expect(await counters.wait('progress', 'b')).toBeUndefined();
  const wait = await counters.take('progress', 'a');
  expect(wait).toBeGreaterThan(50);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await counters.wait('progress', 'a')).toBe(wait);
  // Others, and other things, are counted apart.
  expect(await counters.take('progress', 'b')).toBeUndefined();
  expect(await counters.take('filing', 'a')).toBeUndefined();
});

it('gives again when the window is over', async () => {
  const counters = createRateCounters({ ...RATES, progress: { points: 1, seconds: 1 } });
  await counters.take('progress', 'a');
  expect(await counters.take('progress', 'a')).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await counters.take('progress', 'a')).toBeUndefined();
});
