import { setImmediate as turn } from 'node:timers/promises';
import { createOneAtATime } from './one-at-a-time.ts';

it('lets a copy wait for the one before it, also for one that failed', async () => {
  const copies = createOneAtATime();
  const log: string[] = [];
  const job =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await turn();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  const first = copies.run('event', job('first', true));
  const second = copies.run('event', job('second'));
  await expect(first).rejects.toThrow('first');
  await second;
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});
