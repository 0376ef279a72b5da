import { randomHex } from './random-hex.ts';

it('is as long as was asked for, and never the same', () => {
  const ids = Array.from({ length: 2_000 }, () => randomHex(8));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(randomHex(16)).toHaveLength(32);
});
