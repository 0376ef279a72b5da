import { pause } from './pause.ts';

/** Lets what is new go before what is sent again, over all consumers of a process. */
export interface FreshFirst {
  /** Does something with a new event. */
  readonly fresh: <Result>(job: () => Promise<Result>) => Promise<Result>;
  /**
   * Ends when no new event is in hand, after `patience` milliseconds at the latest: a steady stream of new
   * ones slows a repair down and does not stop it.
   */
  readonly turn: (patience: number, signal: AbortSignal) => Promise<void>;
}

export function createFreshFirst(): FreshFirst {
  let inHand = 0;
  let idle = new AbortController();
  return {
    fresh: async (job) => {
      inHand += 1;
      try {
        return await job();
      } finally {
        inHand -= 1;
        if (inHand === 0) {
          idle.abort();
          idle = new AbortController();
        }
      }
    },
    turn: async (patience, signal) => {
      if (inHand > 0) await pause(patience, idle.signal, signal);
    },
  };
}
