import { createRandom } from './random.ts';

const many = (length: number) => Array.from({ length });

it('comes out the same for the same seed', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed);
    return many(20).map(() => random.next());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('reaches both ends and all between', () => {
  const random = createRandom(1);
  const drawn = new Set(many(500).map(() => random.between(3, 6)));
  expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
});

it('chooses by weight, and never what has none', () => {
  const random = createRandom(1);
  const list = [
    { name: 'often', weight: 9 },
    { name: 'never', weight: 0 },
    { name: 'seldom', weight: 1 },
  ];
  const drawn = many(2_000).map(() => random.weighted(list).name);
  expect(drawn).not.toContain('never');
  const share = drawn.filter((name) => name === 'often').length / drawn.length;
  expect(share).toBeGreaterThan(0.85);
  expect(share).toBeLessThan(0.95);
});

it('can’t choose from nothing', () => {
  expect(() => createRandom(1).pick([])).toThrow(RangeError);
  expect(() => createRandom(1).weighted([])).toThrow(RangeError);
});
