import { timeForReading } from '@onewindow/runtime';
import { aSubgraph, post } from './a-subgraph.ts';

const left = () => timeForReading() ?? null;
const server = aSubgraph({
  sdl: 'extend type Query { left: Float } extend type Mutation { left: Float }',
  resolvers: { Query: { left }, Mutation: { left } },
  http: { port: 0, host: '127.0.0.1' },
});
const MINUTES = 20 * 60_000;

beforeAll(() => server.subgraph.start());
afterAll(() => server.subgraph.stop());

const ask = async (query: string, headers: Readonly<Record<string, string>> = {}) =>
  (await post(server, JSON.stringify({ query }), headers)).json.data?.['left'];

it('what is left until the deadline of the gateway is what a query’s reads may take', async () => {
  const until = { 'onewindow-deadline': String(Date.now() + MINUTES) };
  const told = Number(await ask('{ left }', until));
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(MINUTES);
});

it('has no bound without a deadline, nor in a mutation, which is carried out whole', async () => {
  const until = { 'onewindow-deadline': String(Date.now() + MINUTES) };
  expect([await ask('{ left }'), await ask('mutation { left }', until)]).toEqual([null, null]);
});
