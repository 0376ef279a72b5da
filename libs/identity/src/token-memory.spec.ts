import { createTokenMemory } from './token-memory.ts';

it('forgets at the moment of expiry', () => {
  const memory = createTokenMemory<string>(10);
  memory.remember('a', 'A', 100);
  expect(memory.recall('a', 99)).toBe('A');
  expect(memory.recall('a', 100)).toBeUndefined();
  expect(memory.recall('a', 0)).toBeUndefined();
});

it('is bounded and drops what was not used longest', () => {
  const memory = createTokenMemory<string>(2);
  memory.remember('a', 'A', 100);
  memory.remember('b', 'B', 100);
  memory.recall('a', 0);
  memory.remember('c', 'C', 100);
  expect(['a', 'b', 'c'].map((key) => memory.recall(key, 0))).toEqual(['A', undefined, 'C']);
});

it('keeps the newest value of a key in one place', () => {
  const memory = createTokenMemory<string>(2);
  memory.remember('a', 'A', 100);
  memory.remember('a', 'AA', 200);
  memory.remember('b', 'B', 100);
  expect(memory.recall('a', 150)).toBe('AA');
});
