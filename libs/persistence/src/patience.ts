import { setTimeout as sleep } from 'node:timers/promises';

/** A lost write is decided again this often, then it is the refusal `Conflict`. */
export const RETRIES = 3;
/** A taken number is asked for again for so long. */
export const UNIQUE_PATIENCE_MS = 5_000;

/** Waits a random moment, longer with each attempt, so that those who collided don't meet again. */
export function jitter(attempt: number): Promise<void> {
  return sleep(Math.random() * Math.min(5 * 2 ** attempt, 250));
}
