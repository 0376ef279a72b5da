import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cwd, env } from 'node:process';
import { locateMongo, startMongo as start, workspaceRoot } from '@onewindow/runtime/embedded';
import { initiateReplicaSet } from '../initiate-replica-set.ts';
import { pingMongo } from '../ping-mongo.ts';

export interface TestMongo {
  readonly uri: string;
  /** Ends the server in order and removes its data; leaves a server that somebody else started alone. */
  stop(): Promise<void>;
  /** As a crash does, then removes its data: quicker, for data that nobody needs. */
  kill(): Promise<void>;
}

/** A server for tests in a process of its own: MONGODB_URI, else `mongod` on the PATH, else the wheel's. */
export async function startMongo(): Promise<TestMongo> {
  const located = locateMongo(env, workspaceRoot(cwd()));
  if (located.kind === 'missing') throw new Error(located.advice);
  if (located.kind === 'address') {
    await pingMongo(located.uri, 10_000);
    return { uri: located.uri, stop: () => Promise.resolve(), kill: () => Promise.resolve() };
  }
  const directory = await mkdtemp(join(tmpdir(), 'onewindow-mongo-'));
  const server = await start(located, {
    directory,
    env,
    ping: async (uri) => {
      await pingMongo(uri, 1_000);
      return true;
    },
    initiate: initiateReplicaSet,
  });
  const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 5 });
  return {
    uri: server.uri,
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
