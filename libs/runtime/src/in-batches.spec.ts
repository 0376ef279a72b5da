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
