import { deadLettersOf, type Database, type DeadLetterRow } from './collections.ts';
import type { DeadLetter } from './contract.ts';

export interface DeadLetterPage {
  readonly letters: readonly DeadLetter[];
  readonly hasNextPage: boolean;
}

/** What an operator does with the events that failed 8 times. */
export interface DeadLetters {
  /** Oldest first. `after` is the id of the last letter of the page before. */
  list(page: { readonly first: number; readonly after?: string }): Promise<DeadLetterPage>;
  find(id: string): Promise<DeadLetter | null>;
  /**
   * Has it handled again by the consumer of its durable: at once when that runs in this process, else
   * within seconds by the process where it does. Handled, the letter is gone; failed, it has a new
   * reason. False when there is none.
   */
  retry(id: string): Promise<boolean>;
  /** Forgets it for good. False when there is none. */
  drop(id: string): Promise<boolean>;
}

/** `running` are the consumers of this process, if any: the stream that `connectMessaging` gave. */
export function createDeadLetters(
  db: Database,
  running?: { readonly retryDeadLetters: () => Promise<void> },
): DeadLetters {
  const rows = deadLettersOf(db);
  return {
    list: async ({ first, after }) => {
      const found = await rows
        .find(after === undefined ? {} : { _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(first + 1)
        .toArray();
      return { letters: found.slice(0, first).map(toLetter), hasNextPage: found.length > first };
    },
    find: async (id) => {
      const row = await rows.findOne({ _id: id });
      return row && toLetter(row);
    },
    retry: async (id) => {
      const wish = { $set: { retryRequestedAt: new Date() } };
      const { matchedCount } = await rows.updateOne({ _id: id }, wish);
      if (matchedCount === 1) await running?.retryDeadLetters();
      return matchedCount === 1;
    },
    drop: async (id) => (await rows.deleteOne({ _id: id })).deletedCount === 1,
  };
}

function toLetter({ _id, durable, event, reason, attempts, failedAt }: DeadLetterRow): DeadLetter {
  return { id: _id, durable, event, reason, attempts, failedAt };
}
