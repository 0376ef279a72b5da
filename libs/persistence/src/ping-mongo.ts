import { mongo } from 'mongoose';

/**
 * Waits until a server answers a driver's `ping`, at most `timeoutMs`. An open port is not enough: a
 * SIGTERM to the embedded server right after its port opens is lost.
 */
export async function pingMongo(uri: string, timeoutMs: number): Promise<void> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: timeoutMs });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
  }
}
