import type { SubrequestLimits } from '../src/subrequests/subgraph-client.ts';
import { startGateway, startImpostor, startSubgraph, touched } from './a-graph.ts';

let cases: Awaited<ReturnType<typeof startSubgraph>>;
let items: Awaited<ReturnType<typeof startImpostor>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  cases = await startSubgraph('cases');
  // A subgraph that does its part badly: an entity is missing, and it wants to say how HTTP is answered.
  items = await startImpostor((_, response) => {
    const error = { message: 'no', path: ['_entities', 0], extensions: { http: { status: 418 } } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { _entities: [null, null] }, errors: [error] }));
  });
  gateway = await startGateway(
    { cases: cases.url, items: items.url },
    { executor: 'own', subrequests: { timeout: 5_000 } satisfies Partial<SubrequestLimits> },
  );
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([cases.stop(), items.stop()]);
});

const TRACE = 'c'.repeat(32);

async function post(body: Readonly<Record<string, unknown>>, accept = '*/*') {
  const answer = await fetch(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      traceparent: `00-${TRACE}-${'d'.repeat(16)}-01`,
    },
    body: JSON.stringify(body),
  });
  const ofEachAnswer = new Set(['date', 'set-cookie', 'onewindow-session']);
  const headers = [...answer.headers].filter(([name]) => !ofEachAnswer.has(name));
  return { status: answer.status, headers, text: await answer.text() };
}
/** Extensions are looked at by Apollo Server alone. */
const theLongWay = (body: Readonly<Record<string, unknown>>, accept?: string) =>
  post({ ...body, extensions: {} }, accept);

const two = 'query A { cases { number } } query B($id: ID!) { myCase(id: $id) { number } }';
const requests: readonly [string, Readonly<Record<string, unknown>>, string][] = [
  ['data', { query: '{ cases { number } }' }, '*/*'],
  ['one of several operations', { query: two, operationName: 'B', variables: { id: '7' } }, '*/*'],
  ['no variables', { query: '{ cases { id } }', variables: null, operationName: null }, '*/*'],
  ['errors beside data', { query: '{ cases { number item { name } } }' }, '*/*'],
  ['introspection', { query: '{ __type(name: "Case") { name } }' }, '*/*'],
  ['the newer media type', { query: '{ a: cases { id } }' }, 'application/graphql-response+json'],
  ['several media types', { query: '{ b: cases { id } }' }, 'application/json, text/html;q=0.1'],
];

it.each(requests)('answers a known operation as the first time: %s', async (_, body, accept) => {
  const long = await theLongWay(body, accept);
  const first = await post(body, accept);
  const second = await post(body, accept);
  expect(long.text).toMatch(/"data"|"errors"/);
  expect(first).toEqual(long);
  expect(second).toEqual(long);
});

it.each([
  ['variables that are missing', { query: two, operationName: 'B' }],
  ['variables of another type', { query: two, operationName: 'B', variables: { id: {} } }],
  ['no operation of that name', { query: two, operationName: 'C' }],
  ['a document that is invalid', { query: '{ nothing }' }],
  ['variables in a list', { query: '{ cases { id } }', variables: [] }],
])('refuses the same each time: %s', async (_, body) => {
  await post({ query: two, operationName: 'B', variables: { id: '1' } });
  const long = await theLongWay(body);
  expect(long.status).toBe(400);
  expect(await post(body)).toEqual(long);
  expect(await post(body)).toEqual(long);
});

it('a known mutation is done once each time, and not by GET', async () => {
  const query = 'mutation { touch }';
  await post({ query });
  const { count } = touched;
  expect((await post({ query })).text).toContain(`"touch":${count + 1}`);
  expect(touched.count).toBe(count + 1);
  const url = `${gateway.address}/graphql?query=${encodeURIComponent(query)}`;
  const byGet = await fetch(url, { headers: { 'content-type': 'application/json' } });
  expect(byGet.status).toBe(405);
  expect(touched.count).toBe(count + 1);
});

it('logs what went wrong in a known operation under its trace', async () => {
  const query = '{ cases { item { name } } }';
  await post({ query });
  gateway.lines.splice(0);
  await post({ query });
  expect(gateway.lines).toContainEqual(
    expect.objectContaining({ msg: 'operation failed', traceId: TRACE }),
  );
});

it('a text that is not sent as JSON goes the way that refuses forged requests', async () => {
  const query = '{ cases { number } }';
  await post({ query });
  const answer = await fetch(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ query }),
  });
  expect(answer.status).toBe(400);
});
