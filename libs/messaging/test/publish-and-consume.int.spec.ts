import type { EventEnvelope } from '@onewindow/contracts';
import { trustClock } from '@onewindow/runtime';
import type { mongo } from 'mongoose';
import { connectMessaging, type Consumer, type Messaging } from '../src/index.ts';
import { startNats, type StartedNats } from '../src/testing/index.ts';
import { eventually } from './eventually.ts';
import { connectTo, startTestMongo } from './start-mongo.ts';
import { thingJournal } from './thing-journal.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged, thingContracts, thingId } from './things.ts';

let nats: StartedNats;
let server: Awaited<ReturnType<typeof startTestMongo>>;
let client: mongo.MongoClient;
let open: Messaging[] = [];
let round = 0;
let owner: string;
let db: mongo.Db;

beforeAll(async () => {
  [nats, server] = await Promise.all([startNats(), startTestMongo()]);
  client = await connectTo(server.uri);
});
beforeEach(() => {
  round += 1;
  owner = `owner${round}`;
  db = client.db(`round${round}`);
});
afterEach(async () => {
  await Promise.all(open.map((messaging) => messaging.close()));
  open = [];
});
afterAll(async () => {
  await client.close();
  await Promise.all([nats.stop(), server.stop()]);
});

async function connect(service: string, own = true): Promise<Messaging> {
  const messaging = await connectMessaging({
    ...{ url: nats.url, service, clock: trustClock, database: db },
    ...(own && { source: thingJournal(client.db(`${db.databaseName}-${service}`)).source }),
    timings: { retryBase: 20, retry: 50, deadLetterRetry: 200, pull: 1_000 },
  });
  open.push(messaging);
  return messaging;
}

const consumer = (change: Partial<Consumer> & Pick<Consumer, 'handle'>): Consumer => ({
  from: owner,
  durable: 'reader-things',
  contracts: [thingContracts(owner).changed],
  ...change,
});

const ready = (messaging: Messaging) => eventually('ready', () => messaging.isReady());

it('brings what is published to the replicas of others', async () => {
  const publisher = await connect(owner);
  const reader = await connect('reader', false);
  const replica = thingReplica(db);
  await reader.consume(consumer({ handle: replica.put }));
  await Promise.all([ready(publisher), ready(reader)]);

  const events = [1, 2, 3].flatMap((n) =>
    ['a', 'b', 'c'].map((name) => thingChanged(owner, [name, n])),
  );
  expect(await publisher.publish(events)).toEqual({ failed: [] });

  await eventually('all at 3', async () =>
    (await replica.all()).every(({ sourceVersion }) => sourceVersion === 3),
  );
  expect((await replica.all()).map(({ _id }) => _id)).toEqual(['a', 'b', 'c'].map(thingId).sort());
});

it('hands the envelope to the handler as it was given, traceparent included', async () => {
  const publisher = await connect(owner);
  const seen: EventEnvelope[] = [];
  await publisher.consume(consumer({ handle: (event) => Promise.resolve(void seen.push(event)) }));
  await ready(publisher);
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const event = thingChanged(owner, ['a', 1], { traceparent, centre: thingId('centre') });
  await publisher.publish([event]);

  await eventually('seen', () => seen.length === 1);
  expect(seen).toEqual([event.envelope]);
});
