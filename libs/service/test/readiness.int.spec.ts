import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { startMongo, type TestMongo } from '@onewindow/persistence/testing';
import { createLog, createMetrics } from '@onewindow/runtime';
import { parse } from 'graphql';
import { defineService, parseServiceEnvironment } from '../src/index.ts';
import { until } from '../src/testing/index.ts';

const secret = 's'.repeat(32);
let mongo: TestMongo;
let nats: StartedNats;

beforeAll(async () => {
  [mongo, nats] = await Promise.all([startMongo(), startNats()]);
});
afterAll(async () => {
  await Promise.all([mongo.kill(), nats.stop()]);
});

it('is alive and not ready while its database does not answer', async () => {
  const create = defineService({
    name: 'halls',
    typeDefs: parse('extend type Query { "Open now. 开放" isOpen: Boolean! }'),
    resolvers: { Query: { isOpen: () => true } },
    assemble: () => ({ context: (request) => request }),
  });
  const environment = parseServiceEnvironment(
    {
      ...{ MONGODB_URI: mongo.uri, NATS_URL: nats.url, PORT: '0', HOST: '127.0.0.1' },
      ...{ REQUEST_TOKEN_KEYS: `k:${secret}`, JOURNAL_HMAC_KEY: secret, LOG_LEVEL: 'silent' },
    },
    {},
  );
  const log = createLog({ service: 'halls', level: 'silent' });
  const service = await create(environment, { log, metrics: createMetrics('halls') });
  await service.start();
  const at = async (path: string) => (await fetch(new URL(path, service.url()))).status;
  await until(async () => (await at('/health/ready')) === 200);

  await mongo.kill();
  await until(async () => (await at('/health/ready')) === 503);
  expect(await at('/health/live')).toBe(200);
  await service.stop();
});
