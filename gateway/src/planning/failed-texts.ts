import { createHash } from 'node:crypto';
import { createBoundedCache } from '../execution/bounded-cache.ts';

/** How many are kept, and how long, in milliseconds: what failed by the machine's fault may be asked again soon. */
const MOST = 2_000;
const KEPT = 180_000;
/** An error with its words and the key. */
const BYTES_OF_ONE = 2_000;

/** Work that failed is not begun again for some minutes: each time it would cost what it cost before. */
export interface FailedTexts {
  /** The error with which it failed; undefined of what did not, or too long ago. */
  find(asked: unknown): Error | undefined;
  put(asked: unknown, error: Error): void;
}

/** By hash: the texts themselves are held by nothing. `now` is in milliseconds. */
export function createFailedTexts(now: () => number = Date.now): FailedTexts {
  const failed = createBoundedCache<{ readonly error: Error; readonly until: number }>({
    entries: MOST,
    bytes: MOST * BYTES_OF_ONE,
    bytesOf: () => BYTES_OF_ONE,
  });
  return {
    find: (asked) => {
      const found = failed.find(keyOf(asked));
      return found && found.until > now() ? found.error : undefined;
    },
    put: (asked, error) => {
      failed.put(keyOf(asked), { error, until: now() + KEPT });
    },
  };
}

const keyOf = (asked: unknown): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('base64');
