import { connect } from 'nats';
import { mongo } from 'mongoose';
import { sentence } from '../setup/sentence.mjs';

const PATIENCE_MS = 5_000;

export async function pingMongo(uri: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } finally {
    await client.close();
  }
}

export async function pingNats(url: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  const connection = await connect({
    servers: url.split(','),
    reconnect: false,
    timeout: patienceMs,
  });
  try {
    await connection.flush();
    return true;
  } finally {
    await connection.close();
  }
}

/** Refuses with a sentence when the server that an address names does not answer. */
export async function demandAnswer(
  variable: 'MONGODB_URI' | 'NATS_URL',
  address: string,
  ping: (address: string) => Promise<boolean>,
): Promise<void> {
  try {
    await ping(address);
  } catch (cause) {
    const embedded = variable === 'MONGODB_URI' ? 'MongoDB server' : 'NATS server';
    throw sentence(
      `${variable} is set, but nothing answers at ${withoutPassword(address)} (${reasonOf(cause)}): ` +
        `start that server, correct the address, or unset ${variable} to use the embedded ${embedded}.`,
      cause,
    );
  }
}

const withoutPassword = (address: string) => address.replaceAll(/\/\/[^@/]*@/g, '//…@');
const reasonOf = (cause: unknown) =>
  withoutPassword(cause instanceof Error ? cause.message : String(cause));
