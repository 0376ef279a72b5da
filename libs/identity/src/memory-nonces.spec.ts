import { addMilliseconds, instant } from '@onewindow/kernel';
import { createMemoryNonces } from './memory-nonces.ts';

const start = instant('2026-03-02T01:00:00Z');
let now = start;
const clock = { now: () => now };
const inSeconds = (seconds: number) => new Date(addMilliseconds(now, seconds * 1000));

beforeEach(() => {
  now = start;
});

it('a nonce can be claimed once while its token lives', async () => {
  const nonces = createMemoryNonces(10, clock);
  expect(await nonces.claim('a', inSeconds(60))).toBe(true);
  now = addMilliseconds(start, 59_999);
  expect(await nonces.claim('a', inSeconds(60))).toBe(false);
});

it('what has expired makes room', async () => {
  const nonces = createMemoryNonces(2, clock);
  await nonces.claim('a', inSeconds(10));
  await nonces.claim('b', inSeconds(20));
  now = addMilliseconds(start, 10_000);
  expect(await nonces.claim('c', inSeconds(60))).toBe(true);
  expect(await nonces.claim('b', inSeconds(60))).toBe(false);
});

it('when it is full it fails rather than forgetting a living nonce', async () => {
  const nonces = createMemoryNonces(1, clock);
  await nonces.claim('a', inSeconds(60));
  await expect(nonces.claim('b', inSeconds(60))).rejects.toThrow(/full/);
  expect(await nonces.claim('a', inSeconds(60))).toBe(false);
});

it('an expired nonce behind a living one can be claimed again', async () => {
  const nonces = createMemoryNonces(10, clock);
  await nonces.claim('long', inSeconds(60));
  await nonces.claim('short', inSeconds(5));
  now = addMilliseconds(start, 6_000);
  expect(await nonces.claim('short', inSeconds(60))).toBe(true);
});
