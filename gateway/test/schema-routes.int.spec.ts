import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { buildClientSchema, buildSchema, printSchema, type IntrospectionQuery } from 'graphql';
import { ask, startGateway, startSubgraph } from './a-graph.ts';

let cases: Awaited<ReturnType<typeof startSubgraph>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  cases = await startSubgraph('cases');
  gateway = await startGateway({ cases: cases.url, items: cases.url });
});
afterAll(async () => {
  await gateway.stop();
  await cases.stop();
});
const at = (path: string, init: RequestInit = {}) => fetch(`${gateway.address}${path}`, init);

it('hands out the schema that callers see, as SDL and as introspection, which say the same', async () => {
  const sdl = await (await at('/schema.graphql')).text();
  const schema = buildSchema(sdl);
  expect(schema.getQueryType()?.getFields()).toHaveProperty('whoami');
  expect(schema.getType('_Entity')).toBeUndefined();
  const { data } = (await (await at('/schema.json')).json()) as { data: IntrospectionQuery };
  expect(printSchema(buildClientSchema(data))).toBe(printSchema(schema));
});

it('compresses it for who takes that, and sends nothing to who has it', async () => {
  const { headers } = await at('/schema.graphql', { headers: { 'accept-encoding': 'br, gzip' } });
  expect(headers.get('content-encoding')).toBe('br');
  const etag = headers.get('etag') ?? '';
  const again = await at('/schema.graphql', { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('sends plain text to who says nothing of compression', async () => {
  const plain = await new Promise<Buffer>((resolve, reject) => {
    request(`${gateway.address}/schema.graphql`, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        resolve(Buffer.concat(chunks));
      });
    })
      .once('error', reject)
      .end();
  });
  expect(plain.toString('utf8')).toContain('type Query');
  const etag = (await at('/schema.graphql')).headers.get('etag');
  expect(etag).toBe(`"${createHash('sha256').update(plain).digest('base64url')}"`);
});

it('is read and not written', async () => {
  expect((await at('/schema.json', { method: 'POST', body: '{}' })).status).toBe(405);
});

it('is told to nobody, by file or by query, where introspection is switched off', async () => {
  const closed = await startGateway(
    { cases: cases.url, items: cases.url },
    { introspection: false },
  );
  const files = ['/schema.graphql', '/schema.json'];
  const statuses = await Promise.all(
    files.map(async (path) => (await fetch(`${closed.address}${path}`)).status),
  );
  const told = await ask(closed.address, '{ __schema { queryType { name } } }');
  const other = await ask(closed.address, '{ __typename whoami }');
  await closed.stop();
  expect(statuses).toEqual([404, 404]);
  expect(told).toMatchObject({ status: 400 });
  expect(told.data).toBeUndefined();
  expect(other.status).toBe(200);
});
