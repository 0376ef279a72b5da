/** Runs jobs with the same key one after the other; a copy of an event waits for the event. */
export interface OneAtATime {
  run<Result>(key: string, job: () => Promise<Result>): Promise<Result>;
}

export function createOneAtATime(): OneAtATime {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: async (key, job) => {
      const before = tails.get(key);
      const mine = before === undefined ? job() : before.then(job, job);
      tails.set(key, mine);
      try {
        return await mine;
      } finally {
        if (tails.get(key) === mine) tails.delete(key);
      }
    },
  };
}
