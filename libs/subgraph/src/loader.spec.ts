import { createLoader } from './loader.ts';

it('asks once for all keys of a turn, in their order, each key once', async () => {
  const batches: (readonly string[])[] = [];
  const loader = createLoader((keys: readonly string[]) => {
    batches.push(keys);
    return Promise.resolve(keys.map((key) => (key === 'none' ? null : key.toUpperCase())));
  });
  const answers = await Promise.all(['b', 'a', 'b', 'none'].map((key) => loader.load(key)));
  expect(answers).toEqual(['B', 'A', 'B', null]);
  expect(batches).toEqual([['b', 'a', 'none']]);
});
