import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cwd, env } from 'node:process';
import {
  locateMongo,
  startMongo as start,
  workspaceRoot,
  type EnvironmentSource,
} from '@onewindow/runtime/embedded';
import { mongo } from 'mongoose';
import { initiateReplicaSet } from '../initiate-replica-set.ts';
import { pingMongo } from '../ping-mongo.ts';

export interface TestMongo {
  readonly uri: string;
  /**
   * Nobody else's: what begins with it is this run's own. Databases named so are gone at the end, also on a
   * server that somebody else started.
   */
  readonly prefix: string;
  /** Ends the server in order and removes its data; leaves a server that somebody else started alone. */
  stop(): Promise<void>;
  /** As a crash does, then removes its data: quicker, for data that nobody needs. */
  kill(): Promise<void>;
}

/** A server for tests in a process of its own: MONGODB_URI, else `mongod` on the PATH, else the wheel's. */
export async function startMongo(environment: EnvironmentSource = env): Promise<TestMongo> {
  const located = locateMongo(environment, workspaceRoot(cwd()));
  if (located.kind === 'missing') throw new Error(located.advice);
  const prefix = `test-${randomUUID()}`;
  if (located.kind === 'address') {
    const { uri } = located;
    await pingMongo(uri, 10_000);
    const drop = () => dropDatabases(uri, prefix);
    return { uri, prefix, stop: drop, kill: drop };
  }
  const directory = await mkdtemp(join(tmpdir(), 'onewindow-mongo-'));
  const server = await start(located, {
    directory,
    env: environment,
    ping: async (uri) => {
      await pingMongo(uri, 1_000);
      return true;
    },
    initiate: initiateReplicaSet,
  });
  const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  return {
    uri: server.uri,
    prefix,
    stop: async () => {
      await server.stop();
      await remove();
    },
    kill: async () => {
      await server.kill();
      await remove();
    },
  };
}

/** Drops the databases of one test: the server stays, with all that is not the test's. */
async function dropDatabases(uri: string, prefix: string): Promise<void> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) {
      if (name.startsWith(prefix)) await client.db(name).dropDatabase();
    }
  } finally {
    await client.close();
  }
}
