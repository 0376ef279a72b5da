import type { EventEnvelope } from '@onewindow/contracts';
import { v7 } from 'uuid';
import { deadLettersOf, type Database, type DeadLetterRow } from './collections.ts';

/** The consumer's side of `deadLetters`. One row for each durable and event. */
export interface DeadLetterStore {
  readonly put: (letter: {
    readonly event: EventEnvelope;
    readonly reason: string;
    readonly attempts: number;
    readonly failedAt: string;
  }) => Promise<void>;
  /**
   * Takes one that somebody wants tried again. The wish is cleared first and the attempt counted, so
   * that a letter that kills the process is not tried for ever.
   */
  readonly takeWished: () => Promise<DeadLetterRow | null>;
  readonly failedAgain: (id: string, reason: string, failedAt: string) => Promise<void>;
  /** An outage of ours: wished again, and the attempt is taken back. */
  readonly putBack: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export function createDeadLetterStore(db: Database, durable: string): DeadLetterStore {
  const rows = deadLettersOf(db);
  return {
    put: async ({ event, ...rest }) => {
      await rows.updateOne(
        { durable, eventId: event.id },
        { $set: { event, ...rest }, $setOnInsert: { _id: v7() } },
        { upsert: true },
      );
    },
    takeWished: () =>
      rows.findOneAndUpdate(
        { retryRequestedAt: { $gt: new Date(0) }, durable },
        { $unset: { retryRequestedAt: '' }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      ),
    failedAgain: async (id, reason, failedAt) => {
      await rows.updateOne({ _id: id }, { $set: { reason, failedAt } });
    },
    putBack: async (id) => {
      const again = { $set: { retryRequestedAt: new Date() }, $inc: { attempts: -1 } };
      await rows.updateOne({ _id: id }, again);
    },
    remove: async (id) => {
      await rows.deleteOne({ _id: id });
    },
  };
}
