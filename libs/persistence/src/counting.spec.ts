import { counting } from './counting.ts';
import type { Database } from './database.ts';

const database = () => ({}) as Database;

it('counts at most two at once, and those of another database beside them', async () => {
  let running = 0;
  let most = 0;
  const count = async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 5));
    running--;
    return 7;
  };
  const one = database();
  expect(await Promise.all(Array.from({ length: 9 }, () => counting(one, count)))).toEqual(
    Array.from({ length: 9 }, () => 7),
  );
  expect(most).toBe(2);
  await Promise.all([one, database()].flatMap((it) => [1, 2].map(() => counting(it, count))));
  expect(most).toBe(4);
});

it('does not count what nobody waits for any more, and goes on with the next', async () => {
  jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(8_001);
  const one = database();
  const count = jest.fn(() => Promise.resolve(1));
  await expect(counting(one, count)).rejects.toThrow('too late');
  expect(count).not.toHaveBeenCalled();
  expect(await counting(one, count)).toBe(1);
});
