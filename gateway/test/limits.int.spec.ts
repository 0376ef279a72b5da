import type { PersonTokenVerifier, Viewer } from '@onewindow/identity';
import { requestTokensFor } from '@onewindow/identity/testing';
import { createLog, createMetrics } from '@onewindow/runtime';
import { createSubgraph, subgraphSdl, type SubgraphRequest } from '@onewindow/subgraph';
import { parse } from 'graphql';
import { composeSubgraphs } from '../src/compose-subgraphs.ts';
import type { GatewayOptions } from '../src/create-gateway.ts';
import { LONGEST_TEXT } from '../src/planning/text-limit.ts';
import { startGateway, startImpostor, type Answered } from './a-graph.ts';

const SDL = `
  extend type Query { rows(first: Int = 20): Rows!
    @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false) }
  extend type Mutation { change: Row }
  type Rows { edges: [Edge!]! }
  type Edge { node: Row! }
  type Row { text(length: Int!): String rows(first: Int = 20): Rows!
    @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false) }`;
const supergraphSdl = composeSubgraphs([{ name: 'cases', sdl: subgraphSdl(SDL) }]);

const asked = { count: 0 };
const rows = (_: unknown, { first }: { readonly first: number }) => {
  asked.count += 1;
  return { edges: Array.from({ length: first }, () => ({ node: {} })) };
};
const text = (_: unknown, { length }: { readonly length: number }) => 'x'.repeat(length);

const people: Readonly<Record<string, Viewer>> = {
  clerk: { id: 'clerk', kind: 'STAFF', scopes: new Set() },
  citizen: { id: 'citizen', kind: 'NATURAL', scopes: new Set() },
};
const persons: PersonTokenVerifier = {
  verify: (token) => {
    const value = people[token];
    return Promise.resolve(value ? { ok: true, value } : { ok: false, fault: 'SIGNATURE' });
  },
};

const subgraph = createSubgraph<SubgraphRequest>({
  name: 'cases',
  typeDefs: parse(SDL),
  resolvers: { Query: { rows }, Row: { rows, text }, Mutation: { change: () => ({}) } },
  log: createLog({ service: 'cases', level: 'silent' }),
  metrics: createMetrics('cases'),
  http: { port: 0, host: '127.0.0.1' },
  identity: { verifier: requestTokensFor('cases').verifier },
  context: (request) => request,
});
beforeAll(() => subgraph.start());
afterAll(() => subgraph.stop());
beforeEach(() => {
  asked.count = 0;
});

type Post = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered & { readonly status: number; readonly extensions?: unknown }>;

async function withGateway(options: Partial<GatewayOptions>, use: (post: Post) => Promise<void>) {
  const gateway = await startGateway(
    { cases: subgraph.url },
    { supergraphSdl, persons, ...options },
  );
  const post: Post = async (query, variables = {}, headers = {}) => {
    const answer = await fetch(`${gateway.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.status, ...((await answer.json()) as Answered) };
  };
  try {
    await use(post);
  } finally {
    await gateway.stop();
  }
}

const nested = (open: string) =>
  `${`rows${open} { edges { node { `.repeat(4)}text(length: 1)${' } } }'.repeat(4)}`;

it.each(['own', 'stock'] as const)(
  'counts the cost with the values of variables, each time, before any subgraph is asked (%s)',
  async (executor) => {
    await withGateway({ executor }, async (post) => {
      const query = `query ($n: Int) { ${nested('(first: $n)')} }`;
      expect((await post(query, { n: 1 })).errors).toBeUndefined();
      asked.count = 0;
      const literal = await post(`{ ${nested('(first: 100)')} }`);
      const variable = await post(query, { n: 100 });
      const left = await post(query);
      const without = await post(`{ ${nested('')} }`);
      for (const { status, errors } of [literal, variable, left, without]) {
        expect(status).toBe(400);
        expect(errors?.[0]?.extensions).toMatchObject({
          ...{ code: 'COST_LIMIT', limit: 25_000 },
          mostExpensive: Array.from({ length: 4 }, () => 'rows.edges.node').join('.'),
        });
      }
      expect(variable.errors?.[0]?.extensions['found']).toBe(
        literal.errors?.[0]?.extensions['found'],
      );
      expect(asked.count).toBe(0);
    });
  },
);

it('tells staff who ask what it was taken to cost and what it did, and nobody else', async () => {
  await withGateway({ executor: 'own' }, async (post) => {
    const query = 'query ($n: Int) { rows(first: $n) { edges { node { text(length: 2) } } } }';
    const wish = { 'onewindow-cost': '1' };
    const clerk = { authorization: 'Bearer clerk' };
    const told = { cost: { estimated: 13, actual: 13 } };
    expect((await post(query, { n: 6 }, { ...clerk, ...wish })).extensions).toEqual(told);
    expect((await post(query, { n: 6 }, { ...clerk, ...wish })).extensions).toEqual(told);
    expect((await post(query, { n: 6 }, clerk)).extensions).toBeUndefined();
    const citizen = { authorization: 'Bearer citizen' };
    expect((await post(query, { n: 6 }, { ...citizen, ...wish })).extensions).toBeUndefined();
  });
});

it('cuts an answer off that is larger than its bound, and says so; a smaller one is told', async () => {
  await withGateway({ executor: 'own', answerSize: 10_000 }, async (post) => {
    const query = 'query ($l: Int!) { rows(first: 10) { edges { node { text(length: $l) } } } }';
    expect((await post(query, { l: 100 })).errors).toBeUndefined();
    const { errors } = await post(query, { l: 2_000 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ANSWER_LIMIT', limit: 10_000 });
    expect(errors?.[0]?.message).toContain('larger than 10,000 bytes');
  });
});

it('measures what is written, not only what was collected', async () => {
  await withGateway({ executor: 'own', answerSize: 60_000 }, async (post) => {
    const { errors, data } = await post(
      '{ __schema { types { name description fields { name } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toBeDefined();
  });
  await withGateway({ executor: 'own', answerSize: 500 }, async (post) => {
    const { errors, data } = await post(
      '{ __schema { types { name description fields { name } } } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('ANSWER_LIMIT');
    expect(data).toBeNull();
  });
});

it('ends what a subgraph does when the time is over', async () => {
  let isGone: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (isGone = resolve));
  const hanging = await startImpostor((request) => {
    request.socket.once('close', isGone);
  });
  // Longer than it takes to get there, also on a busy machine.
  const budget = 3_000;
  const gateway = await startGateway({ cases: hanging.url }, { supergraphSdl, persons, budget });
  const answer = await fetch(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ rows { edges { node { text(length: 1) } } } }' }),
  });
  expect(await answer.text()).toContain('TIMEOUT');
  // Before the gateway stops, which would close it as well.
  await gone;
  await gateway.stop();
  await hanging.stop();
});

it('says its limits in the description of the schema', async () => {
  await withGateway({ executor: 'own', limits: { depth: 7 } }, async (post) => {
    const { data } = await post('{ __schema { description } }');
    expect(JSON.stringify(data)).toContain('`DEPTH_LIMIT`: 7 fields below each other');
    expect(JSON.stringify(data)).toContain('`COST_LIMIT`: 25,000 cost');
  });
});

it('tells errors in the language of the caller alone', async () => {
  await withGateway({ executor: 'own' }, async (post) => {
    const bad = { authorization: 'Bearer nobody' };
    const query = `{ ${nested('')} }`;
    for (const headers of [bad, {}]) {
      const en = await post(query, {}, { ...headers, 'accept-language': 'en' });
      const zh = await post(query, {}, { ...headers, 'accept-language': 'zh-CN' });
      expect(en.errors?.[0]?.message).not.toMatch(/[一-鿿]/);
      expect(zh.errors?.[0]?.message).toMatch(/^[一-鿿].*。$/);
    }
  });
});

it('reads texts up to their length, over HTTP by POST, and no longer ones', async () => {
  await withGateway({ executor: 'own' }, async (post) => {
    const text = (length: number) => `{ __typename }${' '.repeat(length - 14)}`;
    expect(await post(text(LONGEST_TEXT))).toMatchObject({ status: 200 });
    const { status, errors } = await post(text(LONGEST_TEXT + 1));
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'TEXT_LIMIT', limit: LONGEST_TEXT, found: LONGEST_TEXT + 1 },
      traceId: expect.any(String) as string,
    });
    expect(errors?.[0]?.message).toContain('Give values as variables');
  });
});
