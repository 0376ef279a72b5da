import { setTimeout as sleep } from 'node:timers/promises';
import { aSubgraph, nobody, type Answered } from './a-subgraph.ts';

const began: string[] = [];
const { subgraph } = aSubgraph({
  sdl: 'type Row { id: ID! rows: [Row!] } extend type Query { slow(ms: Int!): Row }',
  resolvers: {
    Query: { slow: (_: unknown, { ms }: { ms: number }) => sleep(ms, { id: 'root' }) },
    Row: {
      rows: ({ id }: { id: string }) => {
        began.push(id);
        return ['a', 'b'].map((name) => ({ id: `${id}.${name}` }));
      },
    },
  },
});
const query = 'query ($ms: Int!) { slow(ms: $ms) { id rows { id rows { id } } } }';
const run = async (signal: AbortSignal, ms: number) =>
  (await subgraph.executeOperation(
    { query, variables: { ms } },
    { viewer: nobody, signal },
  )) as Answered;
beforeEach(() => began.splice(0));

it('begins nothing more when the time is over', async () => {
  const over = new AbortController();
  const answer = run(over.signal, 50);
  over.abort();
  const { errors } = await answer;
  expect(errors?.[0]?.extensions['code']).toBe('DEADLINE_EXCEEDED');
  expect(began).toEqual([]);
});

it('goes on while there is time', async () => {
  expect((await run(new AbortController().signal, 1)).errors).toBeUndefined();
  expect(began).toEqual(['root', 'root.a', 'root.b']);
});
