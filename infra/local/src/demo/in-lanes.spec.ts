import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes } from './in-lanes.ts';

it('answers in the order of the list, whatever is done first', async () => {
  const waits = [30, 1, 15, 1];
  expect(
    await inLanes(2, waits, async (ms) => {
      await sleep(ms);
      return ms;
    }),
  ).toEqual(waits);
});

it('does no more at a time than it may', async () => {
  let running = 0;
  let most = 0;
  await inLanes(3, [1, 2, 3, 4, 5, 6, 7], async () => {
    most = Math.max(most, ++running);
    await sleep(5);
    running--;
  });
  expect(most).toBe(3);
});

it('ends with the first failure', async () => {
  await expect(
    inLanes(2, [1, 2, 3], (one) => (one === 2 ? Promise.reject(new Error('2')) : sleep(1))),
  ).rejects.toThrow('2');
});
