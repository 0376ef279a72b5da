import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@onewindow/testing';
import { SILENT } from './log.ts';
import { startRecurring } from './recurring.ts';

const task = (run: () => Promise<void>) =>
  startRecurring({ name: 'task', every: 60_000, retry: 5, log: SILENT, run });

it('runs at once, and again when woken', async () => {
  let runs = 0;
  const recurring = task(() => Promise.resolve(void (runs += 1)));
  await eventually('the first run', () => runs === 1);
  recurring.wake();
  await eventually('another run', () => runs === 2);
  await recurring.stop();
  expect(runs).toBe(2);
});

it('tries soon again after a failure', async () => {
  let runs = 0;
  const recurring = task(() =>
    (runs += 1) < 3 ? Promise.reject(new Error('no')) : Promise.resolve(),
  );
  await eventually('three runs', () => runs === 3);
  await sleep(30);
  await recurring.stop();
  expect(runs).toBe(3);
});

it('ends the running task before it is stopped', async () => {
  let ended = false;
  const recurring = task(async () => {
    await sleep(20);
    ended = true;
  });
  await recurring.stop();
  expect(ended).toBe(true);
});
