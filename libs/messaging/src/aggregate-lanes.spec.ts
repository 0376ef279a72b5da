import { setImmediate as turn } from 'node:timers/promises';
import { createLanes } from './aggregate-lanes.ts';

it('keeps the order within a key', async () => {
  const lanes = createLanes(10);
  const ended: number[] = [];
  const job = (n: number, turns: number) =>
    lanes.run('a', async () => {
      for (let count = 0; count < turns; count += 1) await turn();
      ended.push(n);
    });
  await Promise.all([job(1, 5), job(2, 3), job(3, 0)]);
  expect(ended).toEqual([1, 2, 3]);
});

it('runs at most as many at a time as allowed, over different keys', async () => {
  const lanes = createLanes(3);
  let running = 0;
  let most = 0;
  const job = async () => {
    most = Math.max(most, (running += 1));
    await turn();
    running -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, (_, index) => lanes.run(`key ${index}`, job)));
  expect(most).toBe(3);
});

it('goes on after a job that failed', async () => {
  const lanes = createLanes(1);
  const failing = lanes.run('a', () => Promise.reject(new Error('no')));
  const next = lanes.run('a', () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
