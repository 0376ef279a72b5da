import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the check answers true. */
export async function eventually(
  what: string,
  check: () => boolean | Promise<boolean>,
  within = 20_000,
): Promise<void> {
  for (const end = Date.now() + within; Date.now() < end;) {
    if (await check()) return;
    await sleep(20);
  }
  throw new Error(`Not within ${within} ms: ${what}.`);
}
