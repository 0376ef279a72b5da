import { ownExecutor, shippedStockExecutor } from './executors.ts';
import { composeLocal, serveLocal, type Subrequest } from './local-subgraphs.ts';

const reference = { __resolveReference: <T>(given: T) => given };
const ran: string[] = [];
const made = (id: string) => () => {
  ran.push(id);
  return { id, name: id };
};
/** A list and mutations of one subgraph, a field of its entities in another. */
const subgraphs = {
  items: {
    sdl: `type Query { items: Items! entries: Items } type Items { count: Int first: Item }
      type Mutation { open: Item close: Item } type Item @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: {
        items: () => ({ count: 1, first: made('i')() }),
        entries: () => ({ count: 2, first: made('e')() }),
      },
      Mutation: { open: made('open'), close: made('close') },
    },
  },
  fees: {
    sdl: `type Item @key(fields: "id") { id: ID! name: String @external title: String @requires(fields: "name")
        fee: Fee number: Int }
      type Fee { amount: Int payee: String }`,
    resolvers: {
      Item: {
        ...reference,
        fee: () => ({ amount: 7, payee: 'p' }),
        title: ({ name }: { name: string }) => `Item ${name}`,
        number: () => 3,
      },
    },
  },
};
const sdl = composeLocal(subgraphs);
const serve = serveLocal(subgraphs);

describe.each([
  ['our executor', ownExecutor],
  ['the stock executor as it is shipped', shippedStockExecutor],
])('%s', (_, createExecutor) => {
  /** Variables `$a` and `$b`, and what was asked of the subgraphs. */
  async function ask(selections: string, values: readonly [boolean, boolean], kind = 'query') {
    const sent: Subrequest[] = [];
    const execute = await createExecutor(sdl, (subrequest) => {
      sent.push(subrequest);
      return serve(subrequest);
    });
    ran.length = 0;
    const [a, b] = values;
    const query = `${kind} ($a: Boolean!, $b: Boolean!) ${selections}`;
    return { answer: await execute({ query, variables: { a, b } }), sent };
  }

  const entries = { count: 2 };
  it.each([
    [
      '{ items @include(if: $a) { count @include(if: $b) } entries { count } }',
      { items: {}, entries },
    ],
    [
      '{ items @include(if: $a) { count @skip(if: $a) } entries { count } }',
      { items: {}, entries },
    ],
    ['{ items @skip(if: $b) { count @include(if: $b) } }', { items: {} }],
    ['{ i: items @include(if: $a) { count @include(if: false) } }', { i: {} }],
    [
      '{ items @include(if: $a) { count @skip(if: true) first { id } } }',
      { items: { first: { id: 'i' } } },
    ],
    ['{ items @include(if: $a) { ... @include(if: $b) { count } } }', { items: {} }],
    [
      '{ items @include(if: $a) { ...F } } fragment F on Items { count @include(if: $b) }',
      { items: {} },
    ],
    [
      '{ items @include(if: $a) { ...F @include(if: $b) } } fragment F on Items { count }',
      { items: {} },
    ],
    [
      '{ items @include(if: $a) { first @include(if: $a) { fee @include(if: $a) { amount @include(if: $b) } } } }',
      { items: { first: { fee: {} } } },
    ],
    [
      '{ items { first { fee @include(if: $a) { amount @include(if: $b) } } } }',
      { items: { first: { fee: {} } } },
    ],
    [
      '{ items { first { fee @include(if: $a) { amount @include(if: $b) payee } name } } }',
      { items: { first: { fee: { payee: 'p' }, name: 'i' } } },
    ],
    ['{ items { first @include(if: $b) { fee @include(if: $a) { amount } } } }', { items: {} }],
    ['{ items { first { title @include(if: $b) number } } }', { items: { first: { number: 3 } } }],
    [
      '{ items { first { ... { ... { title @skip(if: $a) } number } fee @skip(if: $a) { amount } } } }',
      { items: { first: { number: 3 } } },
    ],
    [
      '{ items { first { title @include(if: $a) number @include(if: $b) } } }',
      { items: { first: { title: 'Item i' } } },
    ],
    ['{ items @include(if: $b) { count @include(if: $a) } }', {}],
    ['{ items @skip(if: true) { count } }', {}],
  ])('answers %s', async (selections, data) => {
    expect((await ask(selections, [true, false])).answer).toEqual({ data });
  });

  it('asks a subgraph for nothing that has no place in the answer', async () => {
    const { sent } = await ask('{ items { first { id fee @include(if: $b) { amount } } } }', [
      true,
      false,
    ]);
    expect(sent.map(({ service }) => service)).toEqual(['items']);
  });

  it.each([
    ['{ open @include(if: $a) { id @include(if: $b) } }', ['open'], { open: {} }],
    ['{ open @skip(if: $b) { fee @skip(if: $a) { amount } } }', ['open'], { open: {} }],
    [
      '{ close { id } open @include(if: $a) { id @include(if: $b) } }',
      ['close', 'open'],
      { close: { id: 'close' }, open: {} },
    ],
    ['{ open @include(if: $b) { id @include(if: $a) } }', [], {}],
    [
      '{ ... @include(if: $a) { open { id } close @skip(if: true) { id } } }',
      ['open'],
      { open: { id: 'open' } },
    ],
    [
      '{ ... @include(if: $a) { open { id } ... @include(if: false) { close { id } } } }',
      ['open'],
      { open: { id: 'open' } },
    ],
    [
      '{ ... @include(if: $a) { open { id } close @skip(if: $a) { id } } }',
      ['open'],
      { open: { id: 'open' } },
    ],
  ])('runs of the mutation %s what is to be run: %j', async (selections, expected, data) => {
    const { answer } = await ask(selections, [true, false], 'mutation');
    expect(answer).toEqual({ data });
    expect(ran).toEqual(expected);
  });
});
