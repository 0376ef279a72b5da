import { trustClock } from '@onewindow/runtime';
import type { mongo } from 'mongoose';
import {
  connectMessaging,
  type Consumer,
  type Messaging,
  type MessagingOptions,
} from '../src/index.ts';
import { startNats, type StartedNats } from '../src/testing/index.ts';
import { eventually } from '@onewindow/testing';
import { connectTo, startTestMongo } from './start-mongo.ts';
import { QUICK } from './quick.ts';
import { thingJournal } from './thing-journal.ts';
import { thingContracts } from './things.ts';

/** Servers for one file of tests; each test has a service name and databases of its own. */
export function setStage() {
  let nats: StartedNats;
  let server: Awaited<ReturnType<typeof startTestMongo>>;
  let client: mongo.MongoClient;
  let open: Messaging[] = [];
  let round = 0;

  beforeAll(async () => {
    [nats, server] = await Promise.all([startNats(), startTestMongo()]);
    client = await connectTo(server.uri);
  });
  beforeEach(() => {
    round += 1;
  });
  afterEach(async () => {
    await Promise.all(open.map((messaging) => messaging.close()));
    open = [];
  });
  afterAll(async () => {
    await client.close();
    await Promise.all([nats.stop(), server.stop()]);
  });

  const stage = {
    nats: () => nats,
    mongo: () => server,
    owner: () => `owner${round}`,
    /** The database of a service, `reader` unless told otherwise. */
    db: (service = 'reader') => client.db(`round${round}-${service}`),
    journal: () => thingJournal(stage.db(stage.owner())),
    connect: async (service: string, options: Partial<MessagingOptions> = {}) => {
      const messaging = await connectMessaging({
        ...{ url: nats.url, service, clock: trustClock, database: stage.db(service) },
        ...{ timings: QUICK, ...options },
      });
      open.push(messaging);
      return messaging;
    },
    /** The service that owns the stream, with its journal. */
    publisher: async (options: Partial<MessagingOptions> = {}) =>
      stage.connect(stage.owner(), { source: stage.journal().source, ...options }),
    consumer: (change: Partial<Consumer> & Pick<Consumer, 'handle'>): Consumer => ({
      from: stage.owner(),
      durable: 'reader-things',
      contracts: [thingContracts(stage.owner()).changed],
      ...change,
    }),
    ready: (...all: readonly Messaging[]) =>
      eventually('ready', () => all.every((messaging) => messaging.isReady())),
  };
  return stage;
}
