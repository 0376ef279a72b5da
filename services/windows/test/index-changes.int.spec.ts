import { connectDatabase } from '@onewindow/persistence';
import { startMongo } from '@onewindow/persistence/testing';
import { createLog, createMetrics } from '@onewindow/runtime';
import { readEnvironment } from '../src/environment.ts';
import { createWindowsService } from '../src/service.ts';

const secret = 'k'.repeat(32);

it('INDEX_CHANGES=tell says what a start would do to the indexes, and does nothing', async () => {
  const mongo = await startMongo();
  const name = mongo.prefix;
  const environment = readEnvironment({
    ...{ MONGODB_URI: mongo.uri, MONGODB_DATABASE: name, NATS_URL: 'nats://127.0.0.1:1' },
    ...{ REQUEST_TOKEN_KEYS: `k:${secret}`, JOURNAL_HMAC_KEY: secret, PORT: '0' },
    PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
    INDEX_CHANGES: 'tell',
  });
  const log = createLog({ service: 'windows', level: 'error' });
  const deps = { log, metrics: createMetrics('windows') };
  const told = createWindowsService(environment, deps);
  await expect(told).rejects.toMatchObject({
    name: 'IndexChangesTold',
    steps: expect.arrayContaining(['departments: build state.codes_1~unique']) as unknown,
  });
  const database = await connectDatabase({ uri: mongo.uri, database: name });
  expect(await database.native.listCollections().toArray()).toEqual([]);
  await database.close();
  await mongo.kill();
});
