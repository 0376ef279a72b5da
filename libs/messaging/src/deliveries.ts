import { inBatches } from '@onewindow/runtime';
import type { mongo } from 'mongoose';
import { deliveriesOf, type Database } from './collections.ts';

export interface Tried {
  /** With the one that begins now. */
  readonly attempts: number;
  /** Why the last one failed; undefined when the process ended in it. */
  readonly reason: string | undefined;
}

/**
 * Counts the tries of events in Mongo, each before it begins: a message that kills its process
 * reaches the limit too. The count must outlive us, not a crash of Mongo, hence `w: 1`.
 */
export interface Deliveries {
  /** `suspect` when the last try has no end: it may have killed its process, so nothing is counted yet. */
  readonly begin: (eventId: string) => Promise<Tried | 'suspect'>;
  /** Of a suspect that is tried with nothing beside it. */
  readonly beginAlone: (eventId: string) => Promise<Tried>;
  /** Takes back the last try: it failed for a reason that was not the event's. */
  readonly forgive: (eventId: string) => Promise<void>;
  readonly failed: (eventId: string, reason: string) => Promise<void>;
  readonly handled: (eventId: string) => Promise<void>;
}

export function createDeliveries(db: Database, durable: string): Deliveries {
  const rows = deliveriesOf(db);
  const idOf = (eventId: string) => `${durable}:${eventId}`;
  const writeConcern = { w: 1 } as const;

  // Nearly all are tried for the first time: one insert for the lot, and only those that are there
  // already are looked at and counted up.
  const begin = inBatches(
    async (eventIds: readonly string[]): Promise<readonly (Tried | 'suspect')[]> => {
      const ids = eventIds.map(idOf);
      const at = new Date();
      const again = await duplicatesOf(() =>
        rows.insertMany(
          ids.map((_id) => ({ _id, attempts: 1, open: true, at })),
          { ordered: false, writeConcern },
        ),
      );
      if (again.length === 0) return ids.map(() => ({ attempts: 1, reason: undefined }));
      const triedBefore = again.flatMap((index) => ids[index] ?? []);
      const found = await rows.find({ _id: { $in: triedBefore } }).toArray();
      const ended = found.filter(({ open }) => open !== true).map(({ _id }) => _id);
      if (ended.length > 0)
        await rows.updateMany(
          { _id: { $in: ended } },
          { $inc: { attempts: 1 }, $set: { at, open: true } },
          { writeConcern },
        );
      const byId = new Map(found.map((row) => [row._id, row]));
      return ids.map((id) => {
        const row = byId.get(id);
        if (row?.open === true) return 'suspect';
        return { attempts: (row?.attempts ?? 0) + 1, reason: row?.reason };
      });
    },
  );
  const handled = inBatches(async (eventIds: readonly string[]) => {
    await rows.deleteMany({ _id: { $in: eventIds.map(idOf) } }, { writeConcern });
    return eventIds.map(() => undefined);
  });

  return {
    begin,
    beginAlone: async (eventId) => {
      const row = await rows.findOneAndUpdate(
        { _id: idOf(eventId) },
        { $inc: { attempts: 1 }, $set: { at: new Date(), open: true } },
        { upsert: true, returnDocument: 'after', writeConcern },
      );
      return { attempts: row?.attempts ?? 1, reason: undefined };
    },
    handled,
    forgive: async (eventId) => {
      await rows.updateOne(
        { _id: idOf(eventId) },
        { $inc: { attempts: -1 }, $unset: { open: '' } },
        { writeConcern },
      );
    },
    failed: async (eventId, reason) => {
      await rows.updateOne(
        { _id: idOf(eventId) },
        { $set: { reason }, $unset: { open: '' } },
        { writeConcern },
      );
    },
  };
}

const DUPLICATE_KEY = 11_000;

/** The indexes of the documents that an unordered insert found there already. */
async function duplicatesOf(insert: () => Promise<unknown>): Promise<readonly number[]> {
  try {
    await insert();
    return [];
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'MongoBulkWriteError') throw error;
    const { writeErrors } = error as Error & Pick<mongo.MongoBulkWriteError, 'writeErrors'>;
    const all = [writeErrors].flat();
    if (all.length === 0 || all.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return all.map(({ index }) => index);
  }
}
