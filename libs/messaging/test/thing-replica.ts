import type { EventEnvelope } from '@onewindow/contracts';
import { mongo } from 'mongoose';

export interface ThingRow {
  readonly _id: string;
  readonly sourceVersion: number;
  readonly value: number;
}

const DUPLICATE_KEY = 11_000;

/** A replica as the house writes one: a row is only overwritten by a newer version. */
export function thingReplica(db: mongo.Db, name = 'things') {
  const rows = db.collection<ThingRow>(name);
  return {
    put: async ({ subject, aggregateversion, data }: EventEnvelope) => {
      const { snapshot } = data as { readonly snapshot: { readonly value: number } };
      try {
        await rows.updateOne(
          { _id: subject, sourceVersion: { $lt: aggregateversion } },
          { $set: { sourceVersion: aggregateversion, value: snapshot.value } },
          { upsert: true },
        );
      } catch (error) {
        const isOlder = error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
        if (!isOlder) throw error;
      }
    },
    all: () => rows.find().sort({ _id: 1 }).toArray(),
    clear: () => rows.deleteMany({}),
  };
}
