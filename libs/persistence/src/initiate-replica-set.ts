import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';

/** Runs a command on the `admin` database. */
export type AdminCommand = (command: Readonly<Record<string, unknown>>) => Promise<unknown>;

const ALREADY_INITIALIZED = 23;
const STEP_MS = 50;

/**
 * Makes the set of one that a single `mongod` needs for transactions and majority writes, and waits until it
 * can be written to. Bears a set that exists. Throws when there is no primary after `patienceMs`.
 */
export async function initiateReplicaSet(
  uri: string,
  replicaSet: string,
  patienceMs = 30_000,
): Promise<void> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  try {
    const admin = client.db('admin');
    const set = { replicaSet, host: new URL(uri).host, patienceMs };
    await initiateSet((command) => admin.command({ ...command }), set);
  } finally {
    await client.close();
  }
}

/** The commands of `initiateReplicaSet`, whoever carries them to the server. */
export async function initiateSet(
  command: AdminCommand,
  set: { readonly replicaSet: string; readonly host: string; readonly patienceMs: number },
): Promise<void> {
  const { replicaSet, host, patienceMs } = set;
  const ends = performance.now() + patienceMs;
  try {
    // Without members the server refuses it.
    await command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
  } catch (error) {
    const { code, codeName } = error as { readonly code?: unknown; readonly codeName?: unknown };
    if (code !== ALREADY_INITIALIZED && codeName !== 'AlreadyInitialized') throw error;
  }
  for (;;) {
    const { isWritablePrimary } = (await command({ hello: 1 })) as {
      readonly isWritablePrimary?: boolean;
    };
    if (isWritablePrimary === true) return;
    if (performance.now() > ends) {
      throw new Error(
        `The replica set ${replicaSet} has no primary after ${String(patienceMs)} ms.`,
      );
    }
    await sleep(STEP_MS);
  }
}
