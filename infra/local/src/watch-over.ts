import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again whether something still answers. Ends with `hung` when it did not, `hungAfter` times one after
 * the other, and with `over` when the signal is aborted. An answer that does not come within `everyMs` is none.
 */
export async function watchOver(watched: {
  readonly isAlive: () => Promise<boolean>;
  readonly everyMs: number;
  readonly hungAfter: number;
  readonly signal: AbortSignal;
}): Promise<'hung' | 'over'> {
  const { isAlive, everyMs, hungAfter, signal } = watched;
  let silences = 0;
  for (;;) {
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return 'over';
    silences = (await answers(isAlive, everyMs)) ? 0 : silences + 1;
    if (silences >= hungAfter) return isOver(signal) ? 'over' : 'hung';
  }
}

async function answers(isAlive: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(withinMs, false, { signal: patience.signal, ref: false }).catch(() => false);
  const answer = isAlive().catch(() => false);
  const isThere = await Promise.race([answer, late]);
  patience.abort();
  return isThere;
}

/** It may have been aborted while somebody was asked. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;
