import { createInTurn } from '@onewindow/runtime';

/**
 * Runs jobs in the order given for each key and side by side over different keys, at most `limit`
 * at a time, over all calls together.
 */
export interface Lanes {
  run<Result>(key: string, job: () => Promise<Result>): Promise<Result>;
}

export function createLanes(limit: number): Lanes {
  const tails = new Map<string, Promise<void>>();
  const inTurn = createInTurn(limit);
  return {
    run: async (key, job) => {
      const before = tails.get(key) ?? Promise.resolve();
      let end: () => void = () => undefined;
      const tail = new Promise<void>((resolve) => (end = resolve));
      tails.set(key, tail);
      await before;
      try {
        return await inTurn(job);
      } finally {
        if (tails.get(key) === tail) tails.delete(key);
        end();
      }
    },
  };
}
