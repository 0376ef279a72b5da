import { createClient, type Client } from 'graphql-sse';
import { eventually } from '@onewindow/testing';
import { cases, putCase, startLiveGraph } from './live-graph.ts';
import { open, type LiveMessage } from './live-client.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
let gateway: Awaited<ReturnType<typeof graph.startGateway>>;
beforeAll(async () => {
  graph = await startLiveGraph();
  gateway = await graph.startGateway({ live: { keepAlive: 200 } });
  for (let n = 1; n <= 5; n += 1) putCase(`${n}`, n === 2 ? 'wang' : 'li');
});
afterEach(() => open(gateway.address, 0));
afterAll(async () => {
  cases.clear();
  await graph.stop();
});

const query = 'subscription { caseMoved { id } }';
const url = () => `${gateway.address}/graphql/stream`;
const bearer = async (sub: string, claims: object = {}) => ({
  authorization: `Bearer ${await graph.issuer.mint({ sub, ...claims })}`,
});
const clientOf = (headers: Record<string, string>): Client =>
  createClient({ url: url(), headers, retryAttempts: 0 });

function listen(client: Client, request: { query: string; extensions?: Record<string, unknown> }) {
  const messages: LiveMessage[] = [];
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe<unknown>(request, {
      next: (message) => messages.push(message as LiveMessage),
      error: resolve,
      complete: () => {
        resolve('complete');
      },
    });
  });
  return { messages, ended };
}
const told = ({ messages }: { readonly messages: readonly LiveMessage[] }, count: number) =>
  eventually(`${count} told`, () => messages.length >= count);

/** What comes of a stream, line by line, until `enough` of them are there. */
async function readLines(answer: Response, enough: (lines: readonly string[]) => boolean) {
  const lines: string[] = [];
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  while (reader && !enough(lines)) {
    const { done, value = '' } = await reader.read();
    if (done) break;
    const parts = (rest + value).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  }
  await reader?.cancel();
  return lines;
}

it('tells a client of graphql-sse, each person what is his', async () => {
  const client = clientOf(await bearer('li'));
  const li = listen(client, { query });
  await open(gateway.address, 1);
  for (const id of ['1', '2', '3']) await graph.stream.tell(id);
  await told(li, 2);
  expect(li.messages.map(({ data }) => data)).toEqual([
    { caseMoved: { id: '1' } },
    { caseMoved: { id: '3' } },
  ]);
  client.dispose();
});

it('goes on from `lastEventId`, and from the header that a browser sends', async () => {
  const client = clientOf(await bearer('li'));
  const first = listen(client, { query });
  await open(gateway.address, 1);
  for (const id of ['1', '3', '4']) await graph.stream.tell(id);
  await told(first, 3);
  const [one, two] = first.messages.map(({ extensions }) => String(extensions?.eventId));
  const again = listen(client, { query, extensions: { lastEventId: one } });
  await told(again, 2);
  expect(again.messages.map(({ data }) => data)).toEqual([
    { caseMoved: { id: '3' } },
    { caseMoved: { id: '4' } },
  ]);
  const extensions = JSON.stringify({ lastEventId: one });
  const search = new URLSearchParams({ query, extensions });
  const headers = { ...(await bearer('li')), 'last-event-id': two ?? '' };
  const answer = await fetch(`${url()}?${search.toString()}`, { headers });
  const lines = await readLines(answer, (it) => it.length >= 4);
  expect(lines.filter((line) => line !== ':' && line !== '').slice(0, 3)).toEqual([
    expect.stringMatching(/^id: [\w-]+$/),
    'event: next',
    expect.stringContaining('{"caseMoved":{"id":"4"}}'),
  ]);
  client.dispose();
});

it('answers as a stream that nobody keeps, breathes, and gives a session to a stranger', async () => {
  const answer = await fetch(`${url()}?${new URLSearchParams({ query }).toString()}`);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.headers.get('onewindow-session')).toMatch(/\./);
  expect(await readLines(answer, (lines) => lines.length >= 2)).toContain(':');
});

it('tells a refusal and a fault by the stream, with its code', async () => {
  const client = clientOf({});
  for (const [code, asked] of [
    ['BAD_REQUEST', '{ hello }'],
    ['GRAPHQL_PARSE_FAILED', 'subscription {'],
    ['NOT_FOUND', 'subscription { progressChanged(caseId: "1") { number } }'],
  ] as const) {
    const { messages, ended } = listen(client, { query: asked });
    expect(await ended).toBe('complete');
    expect(messages[0]?.errors?.[0]?.extensions['code']).toBe(code);
    expect(messages).toHaveLength(1);
  }
  client.dispose();
});

it('ends with the token of who listens', async () => {
  const exp = Math.floor(Date.now() / 1000) + 8;
  const client = clientOf(await bearer('li', { exp }));
  const { messages, ended } = listen(client, { query });
  expect(await ended).toBe('complete');
  expect(messages[0]?.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  client.dispose();
});

it.each([
  ['a token that is not good', 401, { headers: { authorization: 'Bearer forged' } }],
  ['a form', 400, { method: 'POST', body: 'query=x' }],
  ['what is no JSON', 400, json('{')],
  ['another method', 400, { method: 'PUT' }],
])('answers %s with %s', async (_, status, init) => {
  const search = 'method' in init ? '' : `?${new URLSearchParams({ query }).toString()}`;
  const answer = await fetch(`${url()}${search}`, init);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: {} }] });
});

it.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['no query', '{}'],
  ['variables that are none', JSON.stringify({ query, variables: 7 })],
  ['an id of another kind', JSON.stringify({ query, extensions: { lastEventId: {} } })],
])('refuses %s as a request', async (_, body) => {
  const answer = await fetch(url(), json(body));
  const text = await answer.text();
  expect(text).toContain('"code":"BAD_REQUEST"');
  expect(text).toMatch(/event: complete\ndata: \n\n$/);
});

it.each([
  ['zh', '{}', '请求格式有误：query。'],
  ['zh', JSON.stringify({ query, variables: 5 }), '请求格式有误：variables。'],
  ['en', '{}', 'The request can’t be read: query.'],
])('says so in the language of who asks: %s %s', async (language, body, message) => {
  const asked = json(body);
  const headers = { ...asked.headers, 'accept-language': language };
  const text = await (await fetch(url(), { ...asked, headers })).text();
  expect(text).toContain(JSON.stringify(message));
});

function json(body: string) {
  return { method: 'POST', body, headers: { 'content-type': 'application/json' } };
}
