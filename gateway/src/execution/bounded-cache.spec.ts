import { createBoundedCache } from './bounded-cache.ts';

const bytesOf = (key: string, value: string) => key.length + value.length;

it('makes each once, and forgets the one that was used longest ago', () => {
  const made: string[] = [];
  const cache = createBoundedCache<string>({ entries: 2, bytes: 1_000, bytesOf });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) cache.get(key, () => (made.push(key), key));
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('never keeps more bytes than it may, whatever is put in', () => {
  const cache = createBoundedCache<string>({ entries: 1_000, bytes: 800, bytesOf });
  for (let index = 0; index < 500; index += 1) {
    cache.put(String(index % 90), 'x'.repeat((index * 37) % 120));
    expect(cache.bytes).toBeLessThanOrEqual(800);
  }
  expect(cache.bytes).toBeGreaterThan(400);
});

it('does not keep what would push out all others, and forgets what stood there before', () => {
  const cache = createBoundedCache<string>({ entries: 10, bytes: 800, bytesOf });
  cache.put('a', 'small');
  cache.put('b', 'small');
  expect(cache.get('c', () => 'x'.repeat(100))).toHaveLength(100);
  cache.put('a', 'x'.repeat(100));
  expect(['a', 'b', 'c'].map((key) => cache.find(key))).toEqual([undefined, 'small', undefined]);
  expect(cache.bytes).toBe(6);
});
