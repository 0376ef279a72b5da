import type { Timings } from '../src/index.ts';

/** Short enough for tests, in the same proportions. */
export const QUICK: Partial<Timings> = {
  ...{ firstConnect: 1_000, retry: 50, check: 300, publishTimeout: 30_000, ackWait: 2_000 },
  ...{ pull: 1_000, retryBase: 10, retryLimit: 100, outagePing: 100, deadLetterRetry: 200 },
  ...{ replayClaim: 1_000, close: 5_000 },
};
