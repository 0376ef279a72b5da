import { setTimeout as sleep } from 'node:timers/promises';
import { createInTurn } from './in-turn.ts';

it('lets so many run at once, in the order in which they came', async () => {
  const inTurn = createInTurn(3);
  const began: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) =>
    inTurn(async () => {
      began.push(n);
      running += 1;
      most = Math.max(most, running);
      await sleep((n * 7) % 5);
      running -= 1;
      return n;
    });
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  expect(await Promise.all(numbers.map(work))).toEqual(numbers);
  expect(began).toEqual(numbers);
  expect(most).toBe(3);
});

it('goes on after work that fails', async () => {
  const inTurn = createInTurn(1);
  const failing = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(() => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await inTurn(() => Promise.resolve('again'))).toBe('again');
});
