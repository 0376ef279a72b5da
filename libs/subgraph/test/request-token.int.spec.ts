import { aSubgraph, post } from './a-subgraph.ts';

let resolved = 0;
const sdl = 'extend type Query { hello: String! } extend type Mutation { touch: Int! }';
const resolvers = {
  Query: { hello: () => 'hello' },
  Mutation: { touch: () => (resolved += 1) },
};
const server = aSubgraph({
  sdl,
  resolvers,
  http: { port: 0, host: '127.0.0.1', bodyLimit: 500 },
});
const hello = JSON.stringify({ query: '{ hello }' });

beforeAll(() => server.subgraph.start());
afterAll(() => server.subgraph.stop());

const code = ({ json }: Awaited<ReturnType<typeof post>>) => json.errors?.[0]?.extensions['code'];

it('answers a request whose token is good for this body', async () => {
  expect(await post(server, hello)).toEqual({ status: 200, json: { data: { hello: 'hello' } } });
});

it.each([
  ['no token', undefined],
  ['an empty token', ''],
  ['no JWS at all', 'nonsense'],
  ['a token for another body', server.tokens.tokenFor('{"query":"{ other }"}')],
])('refuses %s with 401 UNAUTHENTICATED', async (_, token) => {
  const answer = await post(server, hello, { 'onewindow-request-token': token });
  expect(answer.status).toBe(401);
  expect(code(answer)).toBe('UNAUTHENTICATED');
});

it('says nothing about the body before the token is checked', async () => {
  const answer = await post(server, '{ not even json', { 'onewindow-request-token': undefined });
  expect(code(answer)).toBe('UNAUTHENTICATED');
});

it('refuses the same token a second time, also for a query', async () => {
  const headers = { 'onewindow-request-token': server.tokens.tokenFor(hello) };
  expect((await post(server, hello, headers)).status).toBe(200);
  expect((await post(server, hello, headers)).status).toBe(401);
});

it('runs a mutation once although another replica has seen its token', async () => {
  const body = JSON.stringify({ query: 'mutation { touch }' });
  const replica = aSubgraph({
    sdl,
    resolvers,
    identity: {
      verifier: { ...server.tokens.verifier, claimForMutation: () => Promise.resolve(false) },
    },
  });
  await replica.subgraph.start();
  resolved = 0;
  const answer = await post({ subgraph: replica.subgraph, tokens: server.tokens }, body);
  await replica.subgraph.stop();
  expect(code(answer)).toBe('UNAUTHENTICATED');
  expect(resolved).toBe(0);
  expect((await post(server, body)).json.data).toEqual({ touch: 1 });
});

it('refuses a body that is larger than the limit before it is checked', async () => {
  const answer = await post(server, JSON.stringify({ query: `{ hello } # ${'x'.repeat(600)}` }));
  expect(answer.status).toBe(413);
});

it.each(['[]', '{"query":1}', '{', 'null', '{"query":"{ hello }","variables":[]}'])(
  'answers the body %s with 400 BAD_REQUEST',
  async (body) => {
    const answer = await post(server, body);
    expect(answer.status).toBe(400);
    expect(code(answer)).toBe('BAD_REQUEST');
  },
);

it('refuses a request whose time is over, before any work', async () => {
  const body = JSON.stringify({ query: 'mutation { touch }' });
  resolved = 0;
  const answer = await post(server, body, { 'onewindow-deadline': String(Date.now() - 1) });
  expect(answer.status).toBe(504);
  expect(code(answer)).toBe('DEADLINE_EXCEEDED');
  expect(resolved).toBe(0);
});

it.each(['999999999999999', String(Number.MAX_SAFE_INTEGER), 'soon'])(
  'answers the deadline %s with 400 BAD_REQUEST',
  async (deadline) => {
    const body = JSON.stringify({ query: '{ hello }' });
    const answer = await post(server, body, { 'onewindow-deadline': deadline });
    expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
    const soon = { 'onewindow-deadline': String(Date.now() + 60_000) };
    expect((await post(server, body, soon)).status).toBe(200);
  },
);

it('answers in the trace that the gateway began', async () => {
  const traceId = 'a'.repeat(32);
  const answer = await post(server, '[]', { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` });
  expect(answer.json.errors?.[0]?.extensions['traceId']).toBe(traceId);
});
