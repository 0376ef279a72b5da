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
  readonly begin: (eventId: string) => Promise<Tried>;
  /** Takes back the last try: it failed for a reason that was not the event's. */
  readonly forgive: (eventId: string) => Promise<void>;
  readonly failed: (eventId: string, reason: string) => Promise<void>;
  readonly handled: (eventId: string) => Promise<void>;
}

export function createDeliveries(db: Database, durable: string): Deliveries {
  const rows = deliveriesOf(db);
  const idOf = (eventId: string) => `${durable}:${eventId}`;
  const writeConcern = { w: 1 } as const;

  return {
    begin: async (eventId) => {
      const row = await rows.findOneAndUpdate(
        { _id: idOf(eventId) },
        { $inc: { attempts: 1 }, $set: { at: new Date() } },
        { upsert: true, returnDocument: 'after', writeConcern },
      );
      return { attempts: row?.attempts ?? 1, reason: row?.reason };
    },
    forgive: async (eventId) => {
      await rows.updateOne({ _id: idOf(eventId) }, { $inc: { attempts: -1 } }, { writeConcern });
    },
    failed: async (eventId, reason) => {
      await rows.updateOne({ _id: idOf(eventId) }, { $set: { reason } }, { writeConcern });
    },
    handled: async (eventId) => {
      await rows.deleteOne({ _id: idOf(eventId) }, { writeConcern });
    },
  };
}
