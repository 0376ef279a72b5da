import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the check answers true, or fails with what it was. */
export async function eventually(
  what: string,
  check: () => boolean | Promise<boolean>,
  within = 60_000,
): Promise<void> {
  const end = Date.now() + within;
  while (Date.now() < end) {
    if (await check()) return;
    await sleep(25);
  }
  throw new Error(`not within ${within} ms: ${what}`);
}
