import { createHash } from 'node:crypto';
import { ask, seen, startGateway, startSubgraph, type Answered } from './a-graph.ts';

let cases: Awaited<ReturnType<typeof startSubgraph>>;
let items: typeof cases;
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  [cases, items] = await Promise.all([startSubgraph('cases'), startSubgraph('items')]);
  gateway = await startGateway({ cases: cases.url, items: items.url });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([cases.stop(), items.stop()]);
});
beforeEach(() => seen.splice(0));

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const persisted = (query: string, more: object = {}) => ({
  persistedQuery: { version: 1, sha256Hash: hashOf(query), ...more },
});

async function answered(response: Response) {
  const answer = (await response.json()) as Answered;
  const code = answer.errors?.[0]?.extensions['code'];
  return { status: response.status, data: answer.data, code, message: answer.errors?.[0]?.message };
}
const post = async (body: object, address = gateway.address) =>
  answered(
    await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
const get = async (parameters: Readonly<Record<string, unknown>>) => {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const search = new URLSearchParams(texts).toString();
  return answered(
    await fetch(`${gateway.address}/graphql?${search}`, {
      headers: { 'apollo-require-preflight': '1' },
    }),
  );
};
const NOT_FOUND = {
  ...{ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound' },
  data: undefined,
};

it('asks for a text that it does not know, and from then on runs it by its hash', async () => {
  const query = 'query ($id: ID!) { myCase(id: $id) { number } }';
  const byHash = { extensions: persisted(query), variables: { id: '7' } };
  expect(await post(byHash)).toEqual(NOT_FOUND);
  expect(seen).toEqual([]);
  const first = await post({ query, ...byHash });
  expect(first.data).toEqual({ myCase: { number: 'R-7' } });
  expect(await post(byHash)).toEqual(first);
  expect(await post({ ...byHash, variables: { id: '8' } })).toMatchObject({
    data: { myCase: { number: 'R-8' } },
  });
  expect(seen).toHaveLength(3);
});

it('beside what a client says of its library', async () => {
  const query = '{ cases { id } }';
  const extensions = { ...persisted(query), clientLibrary: { name: 'a', version: '1' } };
  await post({ query, extensions });
  expect(await post({ extensions })).toMatchObject({ status: 200, data: { cases: [{}, {}] } });
});

it('by GET as well, and the hash may have been told by either', async () => {
  const query = '{ cases { number } }';
  const byHash = { extensions: persisted(query) };
  expect(await get(byHash)).toEqual(NOT_FOUND);
  const { data } = await get({ query, ...byHash });
  expect(data).toEqual({ cases: [{ number: 'R-1' }, { number: 'R-2' }] });
  expect(await get(byHash)).toMatchObject({ status: 200, data });
  expect(await post(byHash)).toMatchObject({ status: 200, data });
});

it('never runs a mutation by GET', async () => {
  const query = 'mutation { touch }';
  await post({ query, extensions: persisted(query) });
  expect((await get({ extensions: persisted(query) })).status).toBe(405);
});

it.each([
  ['another version', { version: 2 }, 'PERSISTED_QUERY_VERSION_NOT_SUPPORTED'],
  ['no version', { version: undefined }, 'PERSISTED_QUERY_VERSION_NOT_SUPPORTED'],
  ['the hash of another text', { sha256Hash: hashOf('{ other }') }, 'PERSISTED_QUERY_MISMATCH'],
  ['a hash that is none', { sha256Hash: 7 }, 'PERSISTED_QUERY_MISMATCH'],
])('refuses %s with 400', async (_, more, code) => {
  const query = '{ whoami }';
  expect(await post({ query, extensions: persisted(query, more) })).toMatchObject({
    ...{ status: 400, code, data: undefined },
  });
  expect(await get({ query, extensions: persisted(query, more) })).toMatchObject({
    ...{ status: 400, code },
  });
  expect(seen).toEqual([]);
});

it.each([
  ['en', { version: 2 }, 'Persisted queries are understood in version 1 alone.'],
  ['zh', { version: 2 }, '仅支持持久化查询第 1 版。'],
  ['en', { sha256Hash: 7 }, 'The hash is not the SHA-256 of the query, in hexadecimal digits.'],
  ['zh', { sha256Hash: 7 }, '哈希不是查询文本的 SHA-256（十六进制）。'],
])(
  'says in the one language of the caller (%s) what is wrong with %j',
  async (language, more, message) => {
    const query = '{ whoami }';
    const answer = await fetch(`${gateway.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query, extensions: persisted(query, more) }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ message }] });
  },
);

it('keeps no text that is no right operation', async () => {
  const query = '{ nothing }';
  expect((await post({ query, extensions: persisted(query) })).status).toBe(400);
  expect(await post({ extensions: persisted(query) })).toEqual(NOT_FOUND);
});

it('says so where it keeps none, in words that clients look for', async () => {
  const urls = { cases: cases.url, items: items.url };
  const without = await startGateway(urls, { persistedQueries: false });
  const query = '{ whoami }';
  const answer = await post({ extensions: persisted(query) }, without.address);
  const plain = await ask(without.address, query);
  await without.stop();
  expect(answer).toMatchObject({
    ...{ status: 200, code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
    message: 'PersistedQueryNotSupported',
  });
  expect(plain.status).toBe(200);
});
