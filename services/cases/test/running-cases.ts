import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  authorizationGranted,
  centreRegistered,
  itemEntered,
  sealCustodyTransferred,
  staffPosted,
} from '@onewindow/contracts';
import type { Scope, Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import { startNats } from '@onewindow/messaging/testing';
import { connectDatabase } from '@onewindow/persistence';
import { startMongo } from '@onewindow/persistence/testing';
import { createLog, createMetrics, type Metrics } from '@onewindow/runtime';
import { parseCasesEnvironment } from '../src/environment.ts';
import { createCasesService } from '../src/service.ts';
import { aLetter, anItem, aSeal, aStaffMember, friday, ids } from './a-case.ts';
import { startNeighbour, type Neighbour } from './neighbour.ts';
import type { Query } from './operations.ts';

const secret = 'k'.repeat(32);

export const asStaff = (scopes: readonly Scope[], claims: Partial<Viewer> = {}): Viewer => ({
  id: `staff:${ids.officer}`,
  kind: 'STAFF',
  scopes: new Set(scopes),
  staffId: ids.officer,
  department: ids.department,
  centre: ids.centre,
  region: ids.region,
  ...claims,
});
export const officer = asStaff(['cases:handle', 'cases:decide']);

export const snapshots = {
  item: {
    ...{ ...anItem(), materials: [...anItem().materials] },
    code: '450102-001',
    name: '食品经营许可',
    kind: 'ADMIN_LICENCE' as const,
    status: 'IN_SERVICE' as const,
    specialProcedures: [],
    resultName: '食品经营许可证',
  },
  staff: { ...aStaffMember(), post: 'A' },
  letter: { ...aLetter(), items: [ids.item], powers: [...aLetter().powers] },
  seal: { ...aSeal() },
  centre: {
    id: ids.centre,
    code: '4501020001',
    name: '示例区政务服务中心',
    region: ids.region,
    level: 'DISTRICT_COUNTY' as const,
  },
};

/** The service with real servers, its two neighbours and a clock that a test moves. */
export async function startCases() {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-cases-'));
  const clockFile = join(directory, 'clock');
  const [mongo, nats] = await Promise.all([startMongo(), startNats()]);
  const name = `test-${randomUUID()}`;
  const environment = parseCasesEnvironment({
    MONGODB_URI: mongo.uri,
    MONGODB_DATABASE: name,
    NATS_URL: nats.url,
    PORT: '0',
    HOST: '127.0.0.1',
    REQUEST_TOKEN_KEYS: `k:${secret}`,
    JOURNAL_HMAC_KEY: secret,
    PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
    PERSONAL_DATA_INDEX_SECRET: secret,
    LOG_LEVEL: 'error',
    BUSINESS_CLOCK: clockFile,
    ONEWINDOW_LOCAL: '1',
  });
  const at = (moment: Instant) => {
    writeFileSync(clockFile, moment);
  };
  at(friday);
  const database = await connectDatabase({ uri: mongo.uri, database: name });
  const elsewhere = await connectDatabase({ uri: mongo.uri, database: `${name}-neighbours` });
  const items = await startNeighbour('items', { url: nats.url, database: elsewhere });
  const windows = await startNeighbour('windows', { url: nats.url, database: elsewhere });
  await tellTheWorld(items, windows);

  const metrics = createMetrics('cases');
  const make = async () => {
    const log = createLog({ service: 'cases', level: 'error' });
    const made = await createCasesService(environment, { log, metrics });
    await made.start();
    return made;
  };
  let service = await make();
  for (const replica of ['items', 'staff', 'letters', 'seals', 'centres']) {
    await until(async () => (await database.collection(replica).countDocuments()) > 0);
  }

  return {
    database,
    /** How many Mongo commands the requests of `work` cost, without what goes on beside them. */
    costOf: async (work: () => Promise<unknown>): Promise<number> => {
      const before = await commandsSoFar(metrics);
      await work();
      return (await commandsSoFar(metrics)) - before;
    },
    items,
    windows,
    nats,
    at,
    /** The answer's data; errors fail the test with their text. */
    ask: async <Data>(
      viewer: Viewer,
      query: Query<Data>,
      variables: object = {},
    ): Promise<Data> => {
      const result = await service.executeOperation(
        { query, variables: { ...variables } },
        { viewer },
      );
      if (result.errors) throw new Error(JSON.stringify(result.errors));
      return result.data as Data;
    },
    operate: (viewer: Viewer, query: string, variables: object = {}) =>
      service.executeOperation({ query, variables: { ...variables } }, { viewer }),
    stopService: () => service.stop(),
    startService: async () => {
      service = await make();
    },
    stop: async () => {
      await service.stop();
      await Promise.all([items.close(), windows.close()]);
      await Promise.all([database.close(), elsewhere.close()]);
      await Promise.all([mongo.kill(), nats.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
export type RunningCases = Awaited<ReturnType<typeof startCases>>;

async function commandsSoFar({ registry }: Metrics): Promise<number> {
  const counter = registry.getSingleMetric('onewindow_request_mongo_commands_total');
  const { values } = (await counter?.get()) ?? { values: [] };
  return values.reduce((sum, { value }) => sum + value, 0);
}

async function tellTheWorld(items: Neighbour, windows: Neighbour): Promise<void> {
  const { item, staff, letter, seal, centre } = snapshots;
  await items.tells(itemEntered, item);
  await windows.tells(centreRegistered, centre);
  await windows.tells(staffPosted, staff);
  await windows.tells(authorizationGranted, letter);
  await windows.tells(sealCustodyTransferred, seal);
}

/** Waits for what others do in their own time. */
export async function until(isSo: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It has not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
