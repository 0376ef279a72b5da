import mongoose from 'mongoose';
import { COLLECTION, type SharedCounts } from './rate-counters.ts';

const DATABASE = 'onewindow_gateway';
/** A gateway that waits for its counts longer than this counts by itself. Milliseconds. */
const PATIENCE = 1_000;

/**
 * Where several gateways count together; the database of the address, else `onewindow_gateway`. The driver connects at
 * the first count and again after an outage, so nothing waits for it here.
 */
export function openSharedCounts(
  uri: string,
): SharedCounts & { readonly close: () => Promise<void> } {
  const client = new mongoose.mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: PATIENCE,
    socketTimeoutMS: PATIENCE,
    connectTimeoutMS: PATIENCE,
    // A count that is lost with a server is no loss.
    writeConcern: { w: 1 },
  });
  const { databaseName } = client.db();
  const database = databaseName === 'test' ? DATABASE : databaseName;
  return {
    store: client,
    database,
    prepare: async () => {
      const counts = client.db(database).collection(COLLECTION);
      await counts.createIndexes([
        { name: 'key', key: { key: 1 }, unique: true },
        { name: 'expire', key: { expire: -1 }, expireAfterSeconds: 0 },
      ]);
    },
    close: () => client.close(),
  };
}
