import { aSubgraph, nobody, type Answered } from './a-subgraph.ts';

const seen: unknown[] = [];
const { subgraph, lines } = aSubgraph({
  sdl: `
    extend type Query { nothing: Int }
    type Thing @key(fields: "id") @key(fields: "number place { code floors }") @key(fields: "colour serial") {
      id: ID! number: String! place: Place! colour: Colour serial: Int!
    }
    type Place { code: String! floors: [Int!]! }
    enum Colour { RED }
    type Stub @key(fields: "id", resolvable: false) { id: ID! }
    type Plain { id: ID! }
  `,
  resolvers: {
    Thing: {
      __resolveReference: (reference: unknown) => {
        seen.push(reference);
        return { id: 'found' };
      },
    },
  },
});
beforeEach(() => {
  seen.splice(0);
  lines.splice(0);
});

const ask = async (...representations: unknown[]) =>
  (await subgraph.executeOperation(
    {
      query:
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Thing { id } } }',
      variables: { representations },
    },
    { viewer: nobody },
  )) as Answered;
const thing = (keys: object) => ({ __typename: 'Thing', ...keys });
const whole = { number: '1', place: { code: 'c', floors: [1, 2] } };

it.each([
  ['its id', { id: 'a' }],
  ['another key, nested and with a list', whole],
  ['an enum and a number', { colour: 'RED', serial: 1 }],
  ['one key, and a part of another', { id: 'a', number: '1' }],
  ['a key of which a part may be null, and is', { colour: null, serial: 1 }],
  ['one key, and null where another key may be null', { id: 'a', colour: null, serial: 1 }],
])('resolves what is named by %s', async (_, keys) => {
  expect(await ask(thing(keys))).toEqual({ data: { _entities: [{ id: 'found' }] } });
});

it.each([
  ['null for an id', thing({ id: null })],
  ['a query operator for an id', thing({ id: { $ne: null } })],
  ['a list for an id', thing({ id: ['a'] })],
  ['a number for an id', thing({ id: 7 })],
  ['true for an id', thing({ id: true })],
  ['no key', thing({})],
  ['a part of a key', thing({ number: '1' })],
  ['a part of a nested key', thing({ number: '1', place: { code: 'c' } })],
  ['text for a nested key', thing({ number: '1', place: 'c' })],
  ['a list in which something is wrong', thing({ ...whole, place: { code: 'c', floors: ['1'] } })],
  ['an operator in a list', thing({ ...whole, place: { code: 'c', floors: [{ $gt: 0 }] } })],
  ['no list where there must be one', thing({ ...whole, place: { code: 'c', floors: 1 } })],
  ['a value that the enum has not', thing({ colour: 'BLUE', serial: 1 })],
  ['null for a part of a key that is never null', thing({ colour: 'RED', serial: null })],
  ['a good key beside a hostile one', thing({ ...whole, id: { $ne: null } })],
  ['an inherited name', thing({ toString: 'a' })],
  ['no type', { id: 'a' }],
  ['a type that is no text', { __typename: { $ne: null }, id: 'a' }],
  ['a type that nobody knows', { __typename: 'Nowhere', id: 'a' }],
  ['a type named like a method of objects', { __typename: 'constructor', id: 'a' }],
  ['a type without a key', { __typename: 'Plain', id: 'a' }],
  ['a type that others resolve', { __typename: 'Stub', id: 'a' }],
  ['text', 'Thing'],
  ['a number', 7],
  ['a list', [thing({ id: 'a' })]],
])('calls a reference with %s bad input, asks no resolver, and logs no fault', async (_, wrong) => {
  const { data, errors } = await ask(wrong);
  expect(data).toEqual({ _entities: [null] });
  expect(errors).toEqual([
    expect.objectContaining({
      path: ['_entities', 0],
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown,
    }),
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/\$ne|stack|\.ts/);
  expect(seen).toEqual([]);
  expect(lines).toEqual([]);
});

it('resolves the others in their own places', async () => {
  const { data, errors } = await ask(
    thing({ id: null }),
    thing({ id: 'a' }),
    thing({}),
    thing(whole),
  );
  expect(data).toEqual({ _entities: [null, { id: 'found' }, null, { id: 'found' }] });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['_entities', 0],
    ['_entities', 2],
  ]);
});
