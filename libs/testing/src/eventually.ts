import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than a busy machine stands still, and shorter than a test may take: the message is seen. */
const PATIENCE_MS = 90_000;

/**
 * Waits for what others do in their own time: asks until `isSo` answers true. Fails with `what` when it has not
 * come to be in 90 s (or `withinMs`). Use it in place of a fixed sleep before an expectation.
 */
export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = PATIENCE_MS,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within ${withinMs.toString()} ms: ${what}`);
    await sleep(20);
  }
}
