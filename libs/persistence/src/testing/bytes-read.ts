import { mongo } from 'mongoose';
import type { Database } from '../database.ts';

/** How many bytes of BSON the answers to the Mongo commands of `work` hold. The database tells its commands. */
export async function bytesRead(database: Database, work: () => Promise<unknown>): Promise<number> {
  const client = database.connection.getClient();
  let bytes = 0;
  const add = ({ reply }: { readonly reply: object }) => {
    bytes += mongo.BSON.calculateObjectSize(reply);
  };
  client.on('commandSucceeded', add);
  try {
    await work();
  } finally {
    client.off('commandSucceeded', add);
  }
  return bytes;
}
