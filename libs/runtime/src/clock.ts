import { readFileSync } from 'node:fs';
import { instant, type Instant } from '@onewindow/kernel';

/** The one place that knows what time it is. Business rules get `at` from it and never ask themselves. */
export interface Clock {
  now(): Instant;
}

/** Tokens, nonces and logs: never moved. */
export const trustClock: Clock = { now: () => instant(new Date()) };

/** The clock's milliseconds since 1970. Of the clock that is never moved without a detour by text. */
export const timeOf = (clock: Clock): number =>
  clock === trustClock ? Date.now() : Date.parse(clock.now());

/**
 * The business clock, which deadlines and timers go by. `file` (only in infra/local and tests) holds an
 * offset in milliseconds or an RFC 3339 instant that the clock stands at; it is read on every call, so that
 * a test moves the clocks of all processes at once. An empty or missing file leaves the real time.
 */
export function businessClock(file?: string): Clock {
  if (file === undefined) return trustClock;
  return {
    now: () => {
      const text = readOrEmpty(file);
      if (text === '') return trustClock.now();
      return /^[+-]?\d+$/.test(text) ? instant(new Date(Date.now() + Number(text))) : instant(text);
    },
  };
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw cause;
  }
}
