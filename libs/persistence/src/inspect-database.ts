import { mongo } from 'mongoose';

/** What an operator sees of a database server. */
export interface DatabaseReport {
  readonly topology: 'replica set' | 'sharded' | 'standalone';
  readonly members: number;
  /** How long a write took until a majority had it on disk; the reason when it was not taken. */
  readonly write: { readonly ms: number } | { readonly refused: string };
  /** The server's time minus ours, in milliseconds, known to within `within`. */
  readonly clock: { readonly offset: number; readonly within: number };
}

interface Hello {
  readonly setName?: string;
  readonly msg?: string;
  readonly hosts?: readonly string[];
  readonly localTime: Date;
}

/**
 * Looks at a server and writes one row that a majority must have on disk, which is removed again. Throws
 * when nobody answers. `look` may read more while the connection is there.
 */
export async function inspectDatabase<More>(
  { uri, database }: { readonly uri: string; readonly database: string },
  look: (db: mongo.Db) => Promise<More>,
  patienceMs = 5_000,
): Promise<DatabaseReport & { readonly more: More }> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  try {
    const db = client.db(database);
    await db.command({ ping: 1 });
    const asked = Date.now();
    const hello = (await db.command({ hello: 1 })) as unknown as Hello;
    const within = (Date.now() - asked) / 2;
    return {
      topology: topologyOf(hello),
      members: hello.hosts?.length ?? 1,
      write: await tryWrite(db, patienceMs),
      clock: { offset: hello.localTime.getTime() - (asked + within), within },
      more: await look(db),
    };
  } finally {
    await client.close();
  }
}

function topologyOf({ setName, msg }: Hello): DatabaseReport['topology'] {
  if (msg === 'isdbgrid') return 'sharded';
  return setName === undefined ? 'standalone' : 'replica set';
}

async function tryWrite(db: mongo.Db, wtimeoutMS: number): Promise<DatabaseReport['write']> {
  const rows = db.collection<{ readonly _id: string }>('doctor');
  const writeConcern = { w: 'majority', journal: true, wtimeoutMS } as const;
  const _id = new mongo.ObjectId().toHexString();
  const began = performance.now();
  try {
    await rows.insertOne({ _id }, { writeConcern });
    const ms = performance.now() - began;
    await rows.deleteOne({ _id });
    return { ms };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
