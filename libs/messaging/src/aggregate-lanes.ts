/**
 * Runs jobs in the order given for each key and side by side over different keys, at most `limit`
 * at a time, over all calls together.
 */
export interface Lanes {
  run<Result>(key: string, job: () => Promise<Result>): Promise<Result>;
}

export function createLanes(limit: number): Lanes {
  const tails = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = async () => {
    if (running < limit) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  // A leaving job hands its place on, so that nobody who comes later gets in before.
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    run: async (key, job) => {
      const before = tails.get(key) ?? Promise.resolve();
      let end: () => void = () => undefined;
      const tail = new Promise<void>((resolve) => (end = resolve));
      tails.set(key, tail);
      await before;
      await enter();
      try {
        return await job();
      } finally {
        leave();
        if (tails.get(key) === tail) tails.delete(key);
        end();
      }
    },
  };
}
