import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { freePort, locateMongo, startMongo, workspaceRoot } from '@onewindow/runtime/embedded';
import { eventually } from '@onewindow/testing';
import { mongo } from 'mongoose';

/** A database server that the test may kill and bring back. */
export async function startTestMongo() {
  const located = locateMongo({ ...env, MONGODB_URI: '' }, workspaceRoot(process.cwd()));
  if (located.kind === 'missing' || located.kind === 'address') throw new Error('no server to own');
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-mongo-'));
  const port = await freePort();
  const start = () => startMongo(located, { directory, port, env, ping, initiate });
  let server = await start();
  return {
    uri: server.uri,
    kill: () => server.kill(),
    restart: async () => {
      server = await start();
    },
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A client that notices within a second that its server is away. Of a server that is there: it may be busy. */
export async function connectTo(uri: string): Promise<mongo.MongoClient> {
  const client = clientOf(uri);
  await eventually('connected', () =>
    client.connect().then(
      () => true,
      () => false,
    ),
  );
  return client;
}
const clientOf = (uri: string) => new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 1_000 });

async function ping(uri: string): Promise<boolean> {
  const client = clientOf(uri);
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } finally {
    await client.close();
  }
}

async function initiate(uri: string, replicaSet: string): Promise<void> {
  const client = await connectTo(uri);
  try {
    const members = [{ _id: 0, host: new URL(uri).host }];
    await client.db('admin').command({ replSetInitiate: { _id: replicaSet, members } });
  } finally {
    await client.close();
  }
}
