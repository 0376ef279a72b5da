import { AsyncResource } from 'node:async_hooks';

/**
 * Collects what is asked for while a batch is under way into the next one. A lone request goes at
 * once; many at a time cost a few round trips instead of one each.
 */
export function inBatches<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly under: AsyncResource;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isRunning = false;

  /** Under the first of those that wait: its request has the cost and the deadline, never that of a batch before. */
  const runBatch = async (batch: readonly Waiting[]) => {
    try {
      const under = batch[0]?.under;
      const work = () => run(batch.map(({ item }) => item));
      const results = await (under ? under.runInAsyncScope(work) : work());
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const drain = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await runBatch(batch);
    }
    isRunning = false;
  };

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, under: new AsyncResource('InBatches'), resolve, reject });
      // After this turn of the event loop, so that all that comes in one goes into one batch.
      if (!isRunning) {
        isRunning = true;
        setImmediate(() => void drain());
      }
    });
}
