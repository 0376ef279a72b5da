import { AsyncLocalStorage } from 'node:async_hooks';
import { inBatches } from './in-batches.ts';

it('runs what is asked for in one turn in one batch, each with its own result', async () => {
  const batches: number[][] = [];
  const double = inBatches((items: readonly number[]) => {
    batches.push([...items]);
    return Promise.resolve(items.map((item) => 2 * item));
  });
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

it('tells everybody in a batch that it failed, and goes on', async () => {
  let fails = true;
  const same = inBatches((items: readonly string[]) =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve(items),
  );
  const results = await Promise.allSettled([same('a'), same('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await same('c')).toBe('c');
});

it('runs a batch under the first that asked for it, not under who had asked for the one before', async () => {
  const who = new AsyncLocalStorage<string>();
  const under: (string | undefined)[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const same = inBatches(async (items: readonly string[]) => {
    under.push(who.getStore());
    if (under.length === 1) await held;
    return items;
  });
  const first = who.run('one', () => same('a'));
  await new Promise((resolve) => setImmediate(resolve));
  const second = who.run('another', () => same('b'));
  release();
  expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  expect(under).toEqual(['one', 'another']);
});
