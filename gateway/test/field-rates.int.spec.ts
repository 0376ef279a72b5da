import { createLog, createMetrics } from '@onewindow/runtime';
import { requestTokensFor } from '@onewindow/identity/testing';
import { createSubgraph, subgraphSdl, type SubgraphRequest } from '@onewindow/subgraph';
import { parse } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import { RATES, type Rates } from '../src/rates/rate-kinds.ts';
import { ask, startGateway } from './a-graph.ts';
import { codeOf, connectClient, subscribe } from './live-client.ts';
import { openSocket } from './live-socket.ts';

/** As small as it may be with fields that have limits of their own. */
const sdl = `
  extend type Query { caseProgress(receiptNumber: String!, queryCode: String!): String hello: String
    rows(first: Int!): [Row!]! @listSize(slicingArguments: ["first"]) }
  extend type Mutation { fileComplaint(text: String!): String }
  extend type Subscription {
    caseProgressChanged(id: ID @liveKey): Progress! @live(events: ["onewindow.cases.case.*.v1"], subject: "id")
  }
  type Progress @key(fields: "id") { id: ID! rows(first: Int!): [Row!]! @listSize(slicingArguments: ["first"]) }
  type Row { id: ID! }`;
const supergraphSdl = composeSubgraphs([{ name: 'cases', sdl: subgraphSdl(sdl) }]);
let looked = 0;
let filed = 0;
const subgraph = createSubgraph<SubgraphRequest>({
  ...{ name: 'cases', typeDefs: parse(sdl), http: { port: 0, host: '127.0.0.1' } },
  resolvers: {
    Query: {
      caseProgress: () => {
        looked += 1;
        return null;
      },
      hello: () => 'hello',
      rows: () => [],
    },
    Mutation: { fileComplaint: () => String((filed += 1)) },
    Progress: { __resolveReference: () => null },
  },
  log: createLog({ service: 'cases', level: 'silent' }),
  metrics: createMetrics('cases'),
  identity: { verifier: requestTokensFor('cases').verifier },
  context: (request) => request,
});
const gateways: Awaited<ReturnType<typeof startGateway>>[] = [];
beforeAll(() => subgraph.start());
afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
});
afterAll(() => subgraph.stop());
beforeEach(() => {
  looked = 0;
  filed = 0;
});

async function start(executor: 'own' | 'stock' = 'own', own: Partial<Rates> = {}) {
  const rates = {
    ...RATES,
    progress: { points: 5, seconds: 600 },
    filing: { points: 2, seconds: 600 },
    connection: { points: 3, seconds: 600 },
    ...own,
  };
  const gateway = await startGateway({ cases: subgraph.url }, { executor, supergraphSdl, rates });
  gateways.push(gateway);
  return gateway.address;
}
const lookUp = (address: string, code: string) =>
  ask(address, `{ caseProgress(receiptNumber: "R-1", queryCode: "${code}") }`);

it.each(['own', 'stock'] as const)('ends the trying of query codes (%s)', async (executor) => {
  const address = await start(executor);
  const statuses: number[] = [];
  for (let code = 0; code < 30; code += 1) {
    // A session of its own each time, which is to be had for nothing.
    statuses.push((await lookUp(address, String(code))).status);
  }
  expect(statuses.slice(0, 5)).toEqual(Array(5).fill(200));
  expect(statuses.slice(5)).toEqual(Array(25).fill(429));
  expect(looked).toBe(5);
  const refused = await lookUp(address, 'again');
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfter: Number(refused.headers.get('retry-after')),
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  // All else goes on.
  expect((await ask(address, '{ hello }')).data).toEqual({ hello: 'hello' });
});

it('also when the same operation is known, and its code a variable', async () => {
  const address = await start();
  const post = async (code: number) =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'query ($c: String!) { caseProgress(receiptNumber: "R", queryCode: $c) }',
        variables: { c: String(code) },
      }),
    });
  const statuses: number[] = [];
  for (let code = 0; code < 8; code += 1) statuses.push((await post(code)).status);
  expect(statuses).toEqual([...Array<number>(5).fill(200), ...Array<number>(3).fill(429)]);
});

it('counts each mention, by another name or in a fragment', async () => {
  const address = await start();
  const one = (name: string) => `${name}: caseProgress(receiptNumber: "R", queryCode: "${name}")`;
  const query = `{ ${one('a')} ${one('b')} ...More } fragment More on Query { ${one('c')} }`;
  expect((await ask(address, query)).status).toBe(200);
  expect((await ask(address, query)).status).toBe(429);
  expect(looked).toBe(3);
});

it('ends the filing of complaints by who has not signed in', async () => {
  const address = await start();
  const file = () => ask(address, 'mutation { fileComplaint(text: "x") }');
  const statuses = [await file(), await file(), await file()].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 429]);
  expect(filed).toBe(2);
});

it('counts subscriptions with the look-ups, and tells them so', async () => {
  const address = await start();
  for (let code = 0; code < 5; code += 1) await lookUp(address, String(code));
  const client = connectClient(address, { 'accept-language': 'en' });
  const { ended } = subscribe(client, {
    query: 'subscription { caseProgressChanged(id: "1") { id } }',
  });
  const fault = await ended;
  expect([codeOf(fault), fault === 'complete' ? '' : fault[0]?.message]).toEqual([
    'RATE_LIMITED',
    expect.stringMatching(/^There were too many requests\. Try again in \d+ seconds\.$/),
  ]);
  await client.dispose();
});

it('counts new texts of subscriptions, right or wrong, and lets a known one go on', async () => {
  const address = await start('own', {
    text: { points: 2, seconds: 600 },
    connection: RATES.connection,
  });
  const client = connectClient(address);
  const code = async (fields: string) => {
    const query = `subscription { caseProgressChanged(id: "1") { ${fields} } }`;
    return codeOf(await subscribe(client, { query }).ended);
  };
  const known = await code('id');
  expect(known).not.toBe('RATE_LIMITED');
  expect(await code('nothing')).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await code('other')).toBe('RATE_LIMITED');
  expect(await code('id')).toBe(known);
  await client.dispose();
});

it('ends the opening of connections, sockets and streams together', async () => {
  const address = await start();
  const stream = () =>
    fetch(`${address}/graphql/stream?query=${encodeURIComponent('subscription { x }')}`);
  (await openSocket(address)).close();
  (await openSocket(address)).close();
  const third = await stream();
  await third.body?.cancel();
  expect(third.status).toBe(200);
  const refused = await stream();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.any(String)]);
  await expect(openSocket(address)).rejects.toThrow('429');
});

it.each(['own', 'stock'] as const)('takes more for what costs more (%s)', async (executor) => {
  const rates = { ...RATES, address: { points: 10, seconds: 600 } };
  const options = { executor, supergraphSdl, rates };
  const query = 'query ($n: Int!) { rows(first: $n) { id } }';
  const until429 = async (n: number): Promise<number> => {
    const { address, stop } = await startGateway({ cases: subgraph.url }, options);
    try {
      for (let count = 0; count < 20; count += 1) {
        const { status, headers } = await fetch(`${address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: { n } }),
        });
        if (status === 429) {
          expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
          return count;
        }
        expect(status).toBe(200);
      }
      return Infinity;
    } finally {
      await stop();
    }
  };
  expect(await until429(1)).toBe(10);
  // 2,500 rows are three points: the fourth time there is but one left.
  expect(await until429(2_500)).toBe(3);
});

it.each(['socket', 'stream'] as const)('also of subscriptions by %s', async (way) => {
  const rates = { ...RATES, address: { points: 4, seconds: 600 } };
  const { address, stop } = await startGateway(
    { cases: subgraph.url },
    { executor: 'own', supergraphSdl, rates },
  );
  try {
    const query = 'subscription { caseProgressChanged(id: "1") { rows(first: 4500) { id } } }';
    if (way === 'stream') {
      const answer = await fetch(`${address}/graphql/stream?query=${encodeURIComponent(query)}`);
      expect(await answer.text()).toContain('RATE_LIMITED');
      return;
    }
    const client = connectClient(address);
    const { ended } = subscribe(client, { query });
    expect(codeOf(await ended)).toBe('RATE_LIMITED');
    await client.dispose();
  } finally {
    await stop();
  }
});
