import { startMongo, type TestMongo } from '@onewindow/persistence/testing';
import { RATES } from '../src/rates/rate-kinds.ts';
import { openSharedCounts } from '../src/rates/shared-counts.ts';
import { ask, startGateway, startSubgraph } from './a-graph.ts';

let mongo: TestMongo;
let cases: Awaited<ReturnType<typeof startSubgraph>>;
beforeAll(async () => {
  [mongo, cases] = await Promise.all([startMongo(), startSubgraph('cases')]);
});
afterAll(async () => {
  await cases.stop();
  await mongo.kill();
});

it('two gateways count together, and each by itself while the counts are away', async () => {
  const rates = { ...RATES, address: { points: 4, seconds: 600 } };
  const counts = [openSharedCounts(mongo.uri), openSharedCounts(mongo.uri)] as const;
  await counts[0].prepare();
  const gateways = await Promise.all(
    counts.map((sharedCounts) =>
      startGateway(
        { cases: cases.url, items: cases.url },
        { executor: 'own', rates, sharedCounts },
      ),
    ),
  );
  const statusAt = async (index: number) =>
    (await ask(gateways[index]?.address ?? '', '{ whoami }')).status;
  const together: number[] = [];
  for (const index of [0, 1, 0, 1, 0, 1]) together.push(await statusAt(index));
  expect(together).toEqual([200, 200, 200, 200, 429, 429]);

  await mongo.kill();
  const fresh = await startGateway(
    { cases: cases.url, items: cases.url },
    { executor: 'own', rates, sharedCounts: counts[0] },
  );
  const alone: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    alone.push((await ask(fresh.address, '{ whoami }')).status);
  }
  expect(alone).toEqual([200, 200, 200, 200, 429]);
  await Promise.all([...gateways, fresh].map((gateway) => gateway.stop()));
  await Promise.all(counts.map((one) => one.close()));
});
