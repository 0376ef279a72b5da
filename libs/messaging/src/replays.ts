import { v7 } from 'uuid';
import { replaysOf, type Database, type Mark, type ReplayRow } from './collections.ts';

/** The replays of one stream, each a row that one replica works on and another takes up after a crash. */
export interface Replays {
  /** The replay that serves a wish: the one it was promised, one that has not begun yet, or a new one. */
  readonly promise: (wish: string) => Promise<string>;
  /** A replay of everything since then, because the stream went back. */
  readonly want: (since: Date) => Promise<void>;
  /** The newest repair of a stream that went back, asked for after `seenWhole`. */
  readonly repairAfter: (seenWhole: Date) => Promise<ReplayRow | null>;
  readonly claim: () => Promise<ReplayRow | null>;
  /** False when another replica has it by now. */
  readonly progress: (
    id: string,
    change: Partial<Pick<ReplayRow, 'cursor' | 'sent' | 'firstMark'>>,
  ) => Promise<boolean>;
  readonly startAgain: (id: string) => Promise<void>;
  readonly done: (id: string, lastMark: Mark | undefined) => Promise<void>;
  readonly release: (id: string) => Promise<void>;
}

export function createReplays(options: {
  readonly database: Database;
  readonly stream: string;
  /** This process. */
  readonly replica: string;
  readonly claimFor: number;
}): Replays {
  const { stream, replica } = options;
  const rows = replaysOf(options.database);
  const until = () => new Date(Date.now() + options.claimFor);
  const mine = (id: string) => ({ _id: id, claimedBy: replica });
  const fresh = () =>
    ({ _id: v7(), stream, pending: true, requestedAt: new Date(), cursor: null, sent: 0 }) as const;

  return {
    promise: async (wish) => {
      const promised = await rows.findOne({ wishes: wish, stream });
      if (promised) return promised._id;
      // One that has begun may have passed what the wisher still needs, so it is not joined.
      const waiting = await rows.findOneAndUpdate(
        { stream, kind: 'newest', pending: true, claimedBy: { $exists: false } },
        { $addToSet: { wishes: wish } },
        { returnDocument: 'after' },
      );
      if (waiting) return waiting._id;
      const row: ReplayRow = { ...fresh(), kind: 'newest', wishes: [wish] };
      await rows.insertOne(row);
      return row._id;
    },
    want: async (since) => {
      await rows.insertOne({ ...fresh(), kind: 'since', since, wishes: [] });
    },
    repairAfter: (seenWhole) =>
      rows.findOne(
        { stream, kind: 'since', requestedAt: { $gt: seenWhole } },
        { sort: { requestedAt: -1 } },
      ),
    claim: () =>
      rows.findOneAndUpdate(
        {
          ...{ pending: true, stream },
          $or: [{ claimedUntil: { $exists: false } }, { claimedUntil: { $lt: new Date() } }],
        },
        { $set: { claimedBy: replica, claimedUntil: until() } },
        { returnDocument: 'after', sort: { _id: 1 } },
      ),
    progress: async (id, change) => {
      const { matchedCount } = await rows.updateOne(mine(id), {
        $set: { ...change, claimedUntil: until() },
      });
      return matchedCount === 1;
    },
    startAgain: async (id) => {
      const again = { $set: { cursor: null, sent: 0 }, $unset: { firstMark: '' } } as const;
      await rows.updateOne(mine(id), again);
    },
    done: async (id, lastMark) => {
      await rows.updateOne(mine(id), {
        $set: { doneAt: new Date(), ...(lastMark && { lastMark }) },
        $unset: { pending: '', claimedUntil: '' },
      });
    },
    release: async (id) => {
      await rows.updateOne(mine(id), { $set: { claimedUntil: new Date(0) } });
    },
  };
}
