import { GraphQLError, parse } from 'graphql';
import { compileSubscription } from '../src/execution/compile-subscription.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import type { RequestContext } from '../src/request-context.ts';
import { ownExecutor, sendTo } from './executors.ts';
import {
  composeLocal,
  serveLocal,
  type LocalSubgraphs,
  type Subrequest,
} from './local-subgraphs.ts';

const thing = (id: string) =>
  id === 'gone'
    ? null
    : {
        id,
        name: `Thing ${id}`,
        size: 3,
        edge: 2,
        parts: [{ id: 'p1' }, { id: 'p2' }],
        maker: { id: `m-${id}` },
      };
const subgraphs: LocalSubgraphs = {
  things: {
    sdl: `
      type Query { thing(id: ID!): Thing }
      type Subscription { changed(id: ID, since: Int): Thing }
      type Thing @key(fields: "id") {
        id: ID! name: String size(unit: String): Int edge: Int parts: [Part!]! maker: Maker owner: Owner refused: String
      }
      type Part @key(fields: "id") { id: ID! }
      type Maker @key(fields: "id") { id: ID! }
      union Owner = Person | Company
      type Person { name: String }
      type Company { title: String }`,
    resolvers: {
      Query: { thing: (_: unknown, { id }: { id: string }) => thing(id) },
      Thing: {
        __resolveReference: ({ id }: { id: string }) => {
          if (id === 'forbidden') throw coded('FORBIDDEN');
          if (id === 'broken') throw coded('INTERNAL_SERVER_ERROR');
          return thing(id);
        },
        size: ({ size }: { size: number }, { unit }: { unit?: string }) =>
          unit === 'mm' ? size * 10 : size,
        owner: () => ({ __typename: 'Company', title: '演示公司' }),
        refused: () => {
          throw coded('FORBIDDEN');
        },
      },
    },
  },
  makers: {
    sdl: `
      type Query { makers: Int }
      type Maker @key(fields: "id") { id: ID! name: String things: [Thing!] }
      type Part @key(fields: "id") { id: ID! weight: Int! }
      type Thing @key(fields: "id") { id: ID! edge: Int @external volume: Int @requires(fields: "edge") }`,
    resolvers: {
      Maker: {
        __resolveReference: ({ id }: { id: string }) => ({
          id,
          name: `Maker ${id}`,
          things: [{ id: 'x' }],
        }),
      },
      Part: {
        __resolveReference: ({ id }: { id: string }) => ({ id, weight: id === 'p2' ? 2 : 1 }),
      },
      Thing: {
        __resolveReference: (it: object) => it,
        volume: ({ edge }: { edge: number }) => edge ** 3,
      },
    },
  },
};
const coded = (code: string) => new GraphQLError('no', { extensions: { code } });
const sdl = composeLocal(subgraphs);
const planner = createSupergraphPlanner(sdl);
const answer = serveLocal(subgraphs);
const context = { deadline: new Date(Date.now() + 60_000) } as RequestContext;

function compiled(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(query);
  const { plan } = planner.plan(document, undefined);
  const subscription = compileSubscription(
    planner,
    { document, operationName: undefined, plan },
    () => 'id',
  );
  const read = subscription.read(variables);
  if (!read.ok) throw new Error(read.errors[0]?.message);
  const { values } = read;
  const conditions = subscription.conditionsOf(values);
  const sent: Subrequest[] = [];
  const send = sendTo((subrequest) => {
    sent.push(subrequest);
    return answer(subrequest);
  });
  const run = { variables, values, conditions, context, send };
  return { subscription, run, sent, values };
}
const representation = (id: string) => JSON.stringify({ __typename: 'Thing', id });

it.each([
  ['scalars', 'id name', {}],
  ['aliases that are keys', 'id: name name: id size: __typename', {}],
  ['arguments', 'size(unit: $unit) twice: size', { unit: 'mm' }],
  [
    'what is skipped',
    'name @skip(if: $no) maker @include(if: $yes) { name }',
    { no: true, yes: true },
  ],
  ['what is skipped elsewhere', 'name maker @include(if: $yes) { name }', { yes: false }],
  ['another subgraph', 'maker { name things { name maker { name } } }', {}],
  ['lists of another subgraph', 'parts { weight id }', {}],
  ['what another subgraph requires', 'volume', {}],
  ['abstract types', 'owner { __typename ... on Company { title } ... on Person { name } }', {}],
  ['fragments', '...A ...A parts { ...P }', {}],
  ['a refusal beside it', 'name refused', {}],
])('tells %s as a query would', async (_, selection, variables) => {
  const fragments = selection.includes('...A')
    ? 'fragment A on Thing { name maker { id } } fragment P on Part { weight }'
    : '';
  const declared = Object.keys(variables).map(
    (it) => `$${it}: ${it === 'unit' ? 'String' : 'Boolean!'}`,
  );
  const head = declared.length > 0 ? `(${declared.join(' ')})` : '';
  const { subscription, run } = compiled(
    `subscription ${head} { it: changed { ${selection} } } ${fragments}`,
    variables,
  );
  const told = await subscription.tell(run, representation('7'));
  const execute = await ownExecutor(sdl, answer);
  const queried = await execute({
    query: `query ${head} { it: thing(id: "7") { ${selection} } } ${fragments}`,
    variables,
  });
  expect(JSON.parse(told?.data ?? '')).toEqual(queried.data);
  const errors = told?.errors.map(({ path, extensions }) => ({ path, code: extensions['code'] }));
  expect(errors).toEqual(
    (queried.errors ?? []).map(({ path, extensions }) => ({ path, code: extensions?.['code'] })),
  );
});

it('tells of an object whose selections are all left out, of another subgraph too', async () => {
  const query = `subscription ($no: Boolean!, $yes: Boolean!) { changed { maker @include(if: $yes) {
    things @include(if: $yes) { id @include(if: $no) } } } }`;
  const { subscription, run } = compiled(query, { no: false, yes: true });
  const told = await subscription.tell(run, representation('7'));
  expect(told).toMatchObject({ data: '{"changed":{"maker":{"things":[{}]}}}', errors: [] });
});

it('asks the subgraph for the entity alone, without what only the subscription’s arguments need', async () => {
  const { subscription, run, sent, values } = compiled(
    'subscription S($id: ID = "1", $since: Int, $unit: String) { changed(id: $id, since: $since) { size(unit: $unit) } }',
    { unit: 'mm', since: 4 },
  );
  await subscription.tell(run, representation('7'));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.query).toMatch(
    /^query S__things__0\(\$representations:\[_Any!\]!,?\$unit:String\)/,
  );
  expect(sent[0]?.variables).toEqual({
    unit: 'mm',
    representations: [{ __typename: 'Thing', id: '7' }],
  });
  expect(subscription.field).toBe('changed');
  expect(subscription.argumentsOf(values)).toEqual({ id: '1', since: 4 });
});

it('tells nothing of what is not there or not for this viewer, and asks nobody else', async () => {
  const { subscription, run, sent } = compiled('subscription { changed { name maker { name } } }');
  for (const id of ['gone', 'forbidden']) {
    expect(await subscription.tell(run, representation(id))).toBeUndefined();
    expect(await subscription.ask(run, representation(id))).toBeUndefined();
  }
  expect(sent.every(({ service }) => service === 'things')).toBe(true);
});

it('tells of a fault, and does not take it for silence', async () => {
  const { subscription, run } = compiled('subscription { it: changed { name } }');
  const told = await subscription.tell(run, representation('broken'));
  expect(told?.data).toBeNull();
  expect(told?.errors).toMatchObject([
    { path: ['it'], extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: 'things' } },
  ]);
  await expect(subscription.ask(run, representation('broken'))).rejects.toThrow('no');
});

it('finds the subject of what a key means', async () => {
  const { subscription, run, sent } = compiled('subscription S { changed { name } }');
  expect(await subscription.ask(run, representation('7'))).toBe('7');
  expect(sent).toHaveLength(1);
});

it.each([
  ['no answer', {}],
  ['an answer about nothing', { data: {} }],
  ['a list of another length', { data: { _entities: [] } }],
])('calls %s an answer that is not valid', async (_, broken) => {
  const { subscription, run } = compiled('subscription { changed { name } }');
  const told = subscription.tell({ ...run, send: () => Promise.resolve(broken) }, '{}');
  await expect(told).rejects.toMatchObject({ extensions: { code: 'SUBREQUEST_INVALID' } });
});
