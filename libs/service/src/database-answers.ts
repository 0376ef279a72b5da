import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@onewindow/persistence';

/** A database that is slower than this has no answer for a request either. */
const WITHIN_MS = 2_000;

/**
 * Whether the database answers, within two seconds. A server that stands still keeps one question waiting and not one
 * more for each time that it is asked.
 */
export function createDatabaseProbe(
  database: Pick<Database, 'ping'>,
  withinMs = WITHIN_MS,
): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return async () => {
    asked ??= database
      .ping()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asked = undefined));
    const inTime = new AbortController();
    const late = sleep(withinMs, false, { signal: inTime.signal }).catch(() => false);
    const answers = await Promise.race([asked, late]);
    inTime.abort();
    return answers;
  };
}
