import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import {
  locateMongo,
  startMongo,
  workspaceRoot,
  type RunningServer,
} from '@onewindow/runtime/embedded';
import { initiateReplicaSet } from '@onewindow/persistence';
import mongoose from 'mongoose';
import { createMongoNonces, type NonceDocument } from './mongo-nonces.ts';

let directory: string;
let server: RunningServer;
let client: mongoose.mongo.MongoClient;

const ping = async (uri: string) => {
  const probe = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  try {
    return (await probe.db('admin').command({ ping: 1 }))['ok'] === 1;
  } finally {
    await probe.close();
  }
};
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'onewindow-nonces-'));
  const located = locateMongo({ ...env, MONGODB_URI: '' }, workspaceRoot(__dirname));
  if (located.kind !== 'mongod' && located.kind !== 'secantus') throw new Error('no database here');
  const running = await startMongo(located, { directory, env, ping, initiate: initiateReplicaSet });
  server = running;
  client = new mongoose.mongo.MongoClient(running.uri);
});
afterAll(async () => {
  await client.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

const collection = (name: string) => client.db('nonces').collection<NonceDocument>(name);
const soon = () => new Date(Date.now() + 60_000);

it('of many replicas that claim a nonce at once one gets it', async () => {
  const replicas = Array.from({ length: 10 }, () => createMongoNonces(collection('claims')));
  await Promise.all(replicas.map((replica) => replica.prepare()));
  const answers = await Promise.all(replicas.map((replica) => replica.claim('n1', soon())));
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await replicas[0]?.claim('n2', soon())).toBe(true);
});

it('the database forgets a nonce when its token has expired', async () => {
  await createMongoNonces(collection('forgotten')).prepare();
  const indexes = await collection('forgotten').indexes();
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
  );
});

it('an outage is an error, neither a yes nor a no', async () => {
  const closed = new mongoose.mongo.MongoClient('mongodb://127.0.0.1:1/', {
    serverSelectionTimeoutMS: 200,
  });
  const nonces = createMongoNonces(closed.db('nonces').collection<NonceDocument>('claims'));
  await expect(nonces.claim('n', soon())).rejects.toThrow();
  await closed.close();
});
