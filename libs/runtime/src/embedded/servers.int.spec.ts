import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { connect } from 'nats';
import mongoose from 'mongoose';
import { locateMongo, locateNats } from './locate.ts';
import { startMongo } from './mongo-server.ts';
import { startNats } from './nats-server.ts';
import { workspaceRoot } from './workspace-root.ts';

const root = workspaceRoot(__dirname);
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'onewindow-servers-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function withMongo<T>(
  uri: string,
  use: (db: mongoose.mongo.Db) => Promise<T>,
  serverSelectionTimeoutMS = 60_000,
): Promise<T> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS });
  try {
    return await use(client.db('stories'));
  } finally {
    await client.close();
  }
}
const pingMongo = (uri: string) =>
  withMongo(uri, async (db) => (await db.command({ ping: 1 }))['ok'] === 1, 500);
const initiate = (uri: string, _id: string) =>
  withMongo(uri, async (db) => {
    await db
      .admin()
      .command({ replSetInitiate: { _id, members: [{ _id: 0, host: new URL(uri).host }] } });
  });
const pingNats = async (url: string) => {
  const connection = await connect({ servers: url, timeout: 500, reconnect: false });
  await connection.flush();
  await connection.close();
  return true;
};

it('a database keeps what it acknowledged over a kill', async () => {
  const located = locateMongo({ ...env, MONGODB_URI: '' }, root);
  if (located.kind !== 'secantus' && located.kind !== 'mongod') throw new Error('no database here');
  const options = { directory, env, ping: pingMongo, initiate };
  const first = await startMongo(located, options);
  await withMongo(first.uri, (db) =>
    db
      .collection('cases')
      .insertOne({ number: 1 }, { writeConcern: { w: 'majority', journal: true } }),
  );
  expect(await first.kill()).toMatchObject({ signal: 'SIGKILL' });

  const second = await startMongo(located, { ...options, initiate: () => Promise.resolve() });
  try {
    const kept = await withMongo(second.uri, (db) => db.collection('cases').countDocuments());
    expect(kept).toBe(1);
  } finally {
    await second.stop();
  }
});

it('a broker keeps its stream over a stop', async () => {
  const located = locateNats({ ...env, NATS_URL: '' }, root);
  if (located.kind !== 'nats-server') throw new Error('no broker here');
  const first = await startNats(located, { directory, env, ping: pingNats });
  const writer = await connect({ servers: first.url });
  const manager = await writer.jetstreamManager();
  await manager.streams.add({ name: 'STORIES', subjects: ['stories.>'] });
  await writer.jetstream().publish('stories.one', 'x');
  await writer.close();
  await first.stop();

  const second = await startNats(located, { directory, env, ping: pingNats });
  try {
    const reader = await connect({ servers: second.url });
    const stream = await (await reader.jetstreamManager()).streams.info('STORIES');
    expect(stream.state.messages).toBe(1);
    await reader.close();
  } finally {
    await second.stop();
  }
});
