import { createPersonTokenVerifier } from '@onewindow/identity';
import { createTestIssuer, type TestIssuer } from '@onewindow/identity/testing';
import { ask, seen, startGateway, startSubgraph, touched } from './a-graph.ts';

let issuer: TestIssuer;
let subgraphs: Awaited<ReturnType<typeof startSubgraph>>[];
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  issuer = await createTestIssuer();
  subgraphs = await Promise.all([startSubgraph('cases'), startSubgraph('items')]);
  const [cases, items] = subgraphs;
  gateway = await startGateway(
    { cases: cases?.url ?? '', items: items?.url ?? '' },
    { persons: createPersonTokenVerifier(issuer) },
  );
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  await issuer.stop();
});
beforeEach(() => seen.splice(0));

const bearer = async (claims: Readonly<Record<string, unknown>> = {}) => ({
  authorization: `Bearer ${await issuer.mint(claims)}`,
});

it('answers across subgraphs in one operation', async () => {
  const { data, errors } = await ask(gateway.address, '{ cases { number item { name } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    cases: [
      { number: 'R-1', item: { name: 'Item item-1' } },
      { number: 'R-2', item: { name: 'Item item-2' } },
    ],
  });
});

it('tells subgraphs who asks, and in which trace and language', async () => {
  const claims = { sub: 'clerk-7', kind: 'STAFF', scope: 'cases:handle', department: 'd-1' };
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  const headers = { ...(await bearer(claims)), traceparent, 'accept-language': 'en' };
  const { data } = await ask(gateway.address, '{ whoami }', headers);
  expect(data).toEqual({ whoami: 'clerk-7' });
  expect(seen[0]).toMatchObject({
    viewer: { id: 'clerk-7', kind: 'STAFF', department: 'd-1', scopes: new Set(['cases:handle']) },
    traceId: 'a'.repeat(32),
    language: 'en',
  });
});

it.each([
  ['nonsense', 'Bearer nonsense'],
  ['an empty token', 'Bearer '],
  ['another scheme', 'Basic YTpi'],
])('answers %s with 401 and asks nobody', async (_, authorization) => {
  const answer = await ask(gateway.address, '{ whoami }', { authorization });
  expect(answer.status).toBe(401);
  expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(seen).toEqual([]);
});

it('refuses an expired token and one for another audience', async () => {
  for (const claims of [{ exp: 1 }, { aud: 'elsewhere' }]) {
    expect((await ask(gateway.address, '{ whoami }', await bearer(claims))).status).toBe(401);
  }
});

it('gives a caller without token a session, and knows him by it as header and as cookie', async () => {
  const first = await ask(gateway.address, '{ whoami }');
  const session = first.headers.get('onewindow-session') ?? '';
  expect(first.headers.get('set-cookie')).toContain('HttpOnly; SameSite=Lax');
  for (const headers of [
    { 'onewindow-session': session },
    { cookie: `a=b; onewindow-session=${session}` },
  ]) {
    const again = await ask(gateway.address, '{ whoami }', headers);
    expect(again.data).toEqual(first.data);
    expect(again.headers.get('set-cookie')).toBeNull();
  }
  expect((await ask(gateway.address, '{ whoami }')).data).not.toEqual(first.data);
});

it('makes a new session in place of a forged one', async () => {
  const answer = await ask(gateway.address, '{ whoami }', { 'onewindow-session': 'forged' });
  expect(answer.headers.get('onewindow-session')).not.toBe('forged');
  expect(seen[0]?.viewer.kind).toBe('ANONYMOUS');
});

it('passes on the refusal of a field with its code', async () => {
  const { data, errors } = await ask(gateway.address, '{ myCase(id: "1") { number secret } }');
  expect(data).toEqual({ myCase: { number: 'R-1', secret: null } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', service: 'cases' });
});

it('takes a query by GET from who shows not to be a form, and never a mutation', async () => {
  const get = (query: string, headers: Record<string, string>) =>
    fetch(`${gateway.address}/graphql?query=${encodeURIComponent(query)}`, { headers });
  expect((await get('{ whoami }', {})).status).toBe(400);
  expect((await get('{ whoami }', { 'apollo-require-preflight': '1' })).status).toBe(200);
  touched.count = 0;
  expect((await get('mutation { touch }', { 'apollo-require-preflight': '1' })).status).toBe(405);
  expect(touched.count).toBe(0);
});

it('refuses a form, a batch and what is no JSON', async () => {
  const post = (body: string, type: string) =>
    fetch(`${gateway.address}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
  expect((await post('{"query":"{ whoami }"}', 'text/plain')).status).toBe(400);
  expect((await post('[{"query":"{ whoami }"}]', 'application/json')).status).toBe(400);
  expect((await post('{', 'application/json')).status).toBe(400);
  expect(seen).toEqual([]);
});

it.each([
  [
    'full of aliases',
    `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
  ],
  ['under the alias __proto__', '{ __proto__: whoami }'],
  ['under the alias constructor', '{ constructor: whoami }'],
])('refuses an operation that is %s before any subgraph is asked', async (_, query) => {
  const answer = await ask(gateway.address, query);
  expect(answer.status).toBe(400);
  expect(seen).toEqual([]);
});

it('refuses an operation that is too deep before any subgraph is asked', async () => {
  const [cases, items] = subgraphs;
  const urls = { cases: cases?.url ?? '', items: items?.url ?? '' };
  const shallow = await startGateway(urls, { limits: { depth: 2 } });
  const fragment = 'fragment Deep on Case { item { name } }';
  const answer = await ask(shallow.address, `{ cases { ...Deep } } ${fragment}`);
  await shallow.stop();
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'DEPTH_LIMIT', limit: 2, found: 3 });
  expect(seen).toEqual([]);
});

it('shows its schema and no query plans', async () => {
  const answer = await ask(gateway.address, '{ __schema { queryType { name } } whoami }', {
    'apollo-query-plan-experimental': '1',
  });
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer)).not.toContain('QueryPlan');
});
