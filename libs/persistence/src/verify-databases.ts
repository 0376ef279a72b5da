import { mongo } from 'mongoose';
import type { Discrepancy, VerifyOptions, VerifyStep } from './verify-step.ts';
import { verifyAccessDays } from './verify-access-days.ts';
import { SEAL_COLLECTION } from './seals/journal-seal.ts';
import { verifySeals } from './seals/verify-seals.ts';
import { segmentIndexes } from './segments/stored-segment.ts';
import { verifyJournals } from './verify-journals.ts';
import { verifySegments } from './verify-segments.ts';
import { verifyReplica } from './verify-replica.ts';

const SEGMENTS = segmentIndexes.collection;

/** A service's database, by the name of the program. */
export interface DatabasePlace {
  readonly program: string;
  readonly uri: string;
  readonly database: string;
}

/** What was looked at, and what was wrong with it. */
export interface VerifyReport {
  readonly looked: {
    readonly journals: number;
    readonly accesses: number;
    readonly replicas: number;
  };
  readonly found: readonly Discrepancy[];
}

/**
 * Holds a whole centre's databases against themselves: the chain of hashes of every journal with its segments and against the seals, of every day's
 * accesses, and every row of a replica against the aggregate that it copies, wherever that is. Reads only.
 * Throws when a database does not answer.
 */
export async function verifyDatabases(
  places: readonly DatabasePlace[],
  options: VerifyOptions,
): Promise<VerifyReport> {
  const clients = places.map(
    ({ uri }) => new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 }),
  );
  try {
    const opened = await Promise.all(
      places.map(async ({ program, database }, index) => {
        const db = (clients[index] as mongo.MongoClient).db(database);
        return { program, db, collections: await readCollections(db) };
      }),
    );
    const journals = opened.flatMap(({ db, collections }) =>
      collections.journals.map((name) => db.collection<{ _id: string }>(name)),
    );
    const found: Discrepancy[] = [];
    const looked = { journals: 0, accesses: 0, replicas: 0 };
    const add = async (kind: keyof typeof looked, steps: AsyncIterable<VerifyStep>) => {
      for await (const step of steps) {
        looked[kind] += step.looked;
        found.push(...step.found);
        await options.onStep?.(step);
      }
    };
    for (const { program, db, collections } of opened) {
      const asked = (collection: string) => ({ program, db, collection, options });
      for (const name of collections.journals) await add('journals', verifyJournals(asked(name)));
      if (collections.hasSegments) {
        const steps = verifySegments(asked(SEGMENTS), collections.journals);
        await add('journals', steps);
      }
      const isSealed =
        collections.journals.includes(SEAL_COLLECTION) || program in (options.publishedSeals ?? {});
      if (isSealed)
        await add('journals', verifySeals(asked('seals of journals'), collections.journals));
      if (collections.hasAccesses) await add('accesses', verifyAccessDays(asked('accesses')));
      for (const name of collections.replicas)
        await add('replicas', verifyReplica(asked(name), journals));
    }
    return { looked, found };
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

/** What a collection is, is told by its first document: a journal has entries, a replica's row a source. */
async function readCollections(db: mongo.Db) {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
  const journals: string[] = [];
  const replicas: string[] = [];
  let hasSegments = false;
  for (const name of names) {
    const first = await db
      .collection(name)
      .findOne({}, { projection: { sourceVersion: 1, stateVersion: 1, version: 1 } });
    if (first === null) continue;
    if (name === SEGMENTS) hasSegments = true;
    if (typeof first['stateVersion'] === 'number' && first['version'] !== undefined)
      journals.push(name);
    else if (first['sourceVersion'] !== undefined) replicas.push(name);
  }
  return {
    journals,
    replicas,
    hasAccesses: names.includes('accesses'),
    hasSegments,
  };
}
