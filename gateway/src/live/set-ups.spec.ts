import { createSetUps } from './set-ups.ts';

it('begins so many at once, and the next when one has ended', async () => {
  const setUps = createSetUps(1);
  expect(await setUps.begin(() => true)).toBe(true);
  const next = setUps.begin(() => true);
  expect(await Promise.race([next, Promise.resolve('waits')])).toBe('waits');
  setUps.end();
  expect(await next).toBe(true);
});

it('drops what was taken back while it waited, and keeps no place for it', async () => {
  const setUps = createSetUps(1);
  await setUps.begin(() => true);
  let isWanted = true;
  const dropped = setUps.begin(() => isWanted);
  isWanted = false;
  const next = setUps.begin(() => true);
  expect(await dropped).toBe(false);
  setUps.end();
  expect(await next).toBe(true);
  setUps.end();
  expect(await setUps.begin(() => true)).toBe(true);
});
