import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LONGEST_TEXT } from '../src/planning/text-limit.ts';
import { seen, startGateway, startSubgraph } from './a-graph.ts';
import { liveSupergraph } from './live-graph.ts';

/*
 * What a stranger can fill is bounded in bytes: texts as long as they may be, each another, leave next to
 * nothing behind. What is counted is what lives after a collection.
 */
setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const MEGABYTE = 1_024 * 1_024;
/** Nearly all that a text may have. */
const LONG = LONGEST_TEXT - 1_000;
const REQUESTS = 24;

let subgraph: Awaited<ReturnType<typeof startSubgraph>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let live: typeof gateway;
beforeAll(async () => {
  subgraph = await startSubgraph('cases');
  const urls = { cases: subgraph.url, items: subgraph.url };
  gateway = await startGateway(urls, { executor: 'own' });
  live = await startGateway(urls, { executor: 'own', supergraphSdl: liveSupergraph });
});
afterAll(async () => {
  await Promise.all([gateway.stop(), live.stop()]);
  await subgraph.stop();
});

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
async function post(body: object, path = '/graphql') {
  const { address } = path === '/graphql' ? gateway : live;
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.text();
}

async function living(): Promise<number> {
  seen.splice(0);
  // What one collection lets go of may be held by what the next one finds.
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

const comment = (index: number) => `# ${index} ${'x'.repeat(LONG)}\n`;
const kinds: readonly [string, (index: number) => Promise<unknown>, RegExp][] = [
  ['comments', (index) => post({ query: `${comment(index)}{ cases { id } }` }), /"data"/],
  [
    'many small comments',
    (index) => post({ query: `#${index}\n${'#\n'.repeat(LONG / 2)}{ cases { id } }` }),
    /"data"/,
  ],
  ['commas', (index) => post({ query: `{ cases { id } }${','.repeat(LONG + index)}` }), /"data"/],
  [
    'texts in the operation',
    (index) => post({ query: `{ myCase(id: "${index}${'x'.repeat(LONG)}") { id } }` }),
    /TOO_LONG/,
  ],
  [
    'persisted queries',
    (index) => {
      const query = `${comment(index)}{ cases { id } }`;
      const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(query) } };
      return post({ query, extensions });
    },
    /"data"/,
  ],
  [
    'subscriptions',
    (index) =>
      post({ query: `${comment(index)}subscription { silent { id } }` }, '/graphql/stream'),
    /OPERATION_RESOLUTION_FAILURE/,
  ],
];

it.each(kinds)('%s of nearly 100 KB leave next to nothing behind', async (_, send, expected) => {
  expect(await send(0)).toMatch(expected);
  for (let index = 1; index <= 2; index += 1) await send(index);
  const before = await living();
  for (let index = 3; index < 3 + REQUESTS; index += 1) await send(index);
  expect((await living()) - before).toBeLessThan(8);
});

it('one operation is planned once, whatever comments and blanks it comes with', async () => {
  const texts = ['{cases{id}}', '{ cases { id } }', '# a\n{\n  cases, { id } # b\n}'];
  const answers = await Promise.all(texts.map((query) => post({ query })));
  expect(new Set(answers).size).toBe(1);
});
