import * as fc from 'fast-check';
import {
  buildASTSchema,
  getVariableValues,
  Kind,
  type GraphQLError,
  parse,
  type GraphQLSchema,
} from 'graphql';
import {
  createVariableCoercion,
  inLanguage,
  readInputMarks,
  variableErrors,
} from '../src/index.ts';
import { aSubgraph, nobody, post, type Answered } from './a-subgraph.ts';

const SDL = `
  directive @personal on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  enum Colour { RED GREEN }
  input One @oneOf { a: Int b: String }
  input Inner { id: ID! colour: Colour = RED list: [Int!] = [1] }
  input Outer {
    int: Int float: Float text: String flag: Boolean! = true id: ID colours: [Colour!]
    inner: Inner inners: [[Inner!]] one: One outer: Outer name: String @personal
    names: [Inner!] @personal
  }
  type Query { ask(outer: Outer, phone: String @personal, ids: [ID!]): Int }
`;
const document = parse(SDL);
const schema: GraphQLSchema = buildASTSchema(document);
const coercion = createVariableCoercion(schema, { marks: readInputMarks(document) });

const TYPES = [
  'Int',
  'Float!',
  'String',
  'Boolean',
  'ID!',
  'Colour',
  '[Colour!]!',
  'Inner',
  'Outer',
];
const DEFAULTS: Readonly<Record<string, string>> = { Int: ' = 7', Inner: ' = { id: 3 }' };
const operationOf = (type: string, hasDefault = false) => {
  const text = `query ($v: ${type}${hasDefault ? (DEFAULTS[type] ?? '') : ''}) { __typename }`;
  const query = parse(text);
  const [operation] = query.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return { query, operation };
};
const coerce = (type: string, given: Readonly<Record<string, unknown>>) => {
  const { query, operation } = operationOf(type);
  return coercion.compile(query, operation)(given);
};

const leaf = fc.oneof(
  fc.constantFrom<unknown>('RED', 'BLUE', 'GREEN', '', 0, -0, 1, 2.5, 2 ** 31, 2 ** 60, 1e300),
  fc.constantFrom<unknown>(true, false, null, 'text', {}, []),
);
/** Values that are right, nearly right and wrong, in the shape of the inputs. */
const { given } = fc.letrec((tie) => ({
  given: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('given'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...['int', 'float', 'text', 'flag', 'id', 'colours', 'inner', 'inners', 'one', 'outer'],
        ...['colour', 'list', 'a', 'b', 'nobody', 'toString', '__proto__', 'name', 'names'],
      ),
      tie('given'),
      { maxKeys: 4 },
    ),
    fc.record({ id: fc.constantFrom(1, '1'), colour: fc.constantFrom('RED', 'BLACK') }),
  ),
}));
/** As it comes from JSON, where `__proto__` is a key like others. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Where graphql-js says that something is wrong, by its own words; a missing or unknown field is told of its object. */
const theirPlace = (error: GraphQLError) =>
  / at "v([^"]*)"; /.exec(error.message)?.[1]?.replace(/^\./, '') ?? '';

it('agrees with graphql-js on values that are right and on those that are wrong', () => {
  let right = 0;
  let wrong = 0;
  const requests = fc.record({
    type: fc.constantFrom(...TYPES),
    hasDefault: fc.boolean(),
    variables: fc.oneof(
      { weight: 9, arbitrary: given.map((v) => ({ v: asJson(v) })) },
      { weight: 1, arbitrary: fc.constant<Record<string, unknown>>({ w: 1 }) },
    ),
  });
  fc.assert(
    fc.property(requests, ({ type, hasDefault, variables }) => {
      const { query, operation } = operationOf(type, hasDefault);
      const ours = coercion.compile(query, operation)(variables);
      const theirs = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      if (ours.ok) {
        right += 1;
        expect({ errors: theirs.errors }).toEqual({ errors: undefined });
        expect(asJson(ours.values)).toEqual(asJson(theirs.coerced));
        return;
      }
      wrong += 1;
      const places = ours.faults.map(({ kind, path }) => {
        const below = path.slice(1);
        const isOfObject = kind === 'MISSING' || kind === 'UNKNOWN_FIELD';
        const told = isOfObject ? below.slice(0, -1) : below;
        return told.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
      });
      const dotless = places.map((place) => place.replace(/^\./, ''));
      expect(dotless.sort()).toEqual((theirs.errors ?? []).map(theirPlace).sort());
    }),
    { numRuns: 5_000 },
  );
  expect(Math.min(right, wrong)).toBeGreaterThan(500);
});

it('ends at fifty faults, each with its place and kind', () => {
  const unknown = Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`a${n}`, 'secret']));
  const read = coerce('Outer', { v: unknown });
  const faults = read.ok ? [] : read.faults;
  expect(faults).toHaveLength(50);
  expect(faults[0]).toEqual({ kind: 'UNKNOWN_FIELD', path: ['v', 'a0'], type: 'Outer' });
  expect(JSON.stringify(variableErrors(faults))).not.toContain('secret');
  const list = coerce('[Colour!]!', { v: Array.from({ length: 4_000 }, () => 'X') });
  expect(list.ok ? [] : list.faults).toHaveLength(50);
});

it('reads no more than a bounded number of values, and not too deep', () => {
  const many = coerce('[Colour!]!', { v: Array.from({ length: 150_000 }, () => 'RED') });
  expect(many).toMatchObject({ faults: [{ kind: 'TOO_MANY', limit: 25_000, found: 150_000 }] });
  const row = Array.from({ length: 10_000 }, () => ({ id: 1 }));
  expect(coerce('Outer', { v: { inners: [row, row, row] } })).toMatchObject({
    faults: [{ kind: 'TOO_MANY' }],
  });
  let deep: object = {};
  for (let level = 0; level < 5_000; level += 1) deep = { outer: deep };
  expect(coerce('Outer', { v: deep })).toMatchObject({ faults: [{ kind: 'TOO_DEEP' }] });
});

it('tells a value in a hundred characters, and nothing of objects', () => {
  const read = coerce('Outer', { v: { int: 'x'.repeat(10_000), text: { a: 'inside' } } });
  const [int, text] = read.ok ? [] : read.faults;
  expect(int?.value).toHaveLength(100);
  expect(text).toEqual({ kind: 'WRONG_TYPE', path: ['v', 'text'], type: 'String' });
  const key = coerce('Outer', { v: { ['k'.repeat(10_000)]: 1 } });
  expect(JSON.stringify(key).length).toBeLessThan(300);
});

it('never tells what stands in a personal place, be it a field, what is below it, or an argument', () => {
  const query = parse(
    'query ($v: Outer, $phone: Int, $list: Int) { ask(outer: $v, phone: $phone) }',
  );
  const [operation] = query.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const read = coercion.compile(
    query,
    operation,
  )({ v: { name: 139, names: [{ id: 1.39 }], int: '139' }, phone: '139', list: '139' });
  const told = read.ok ? [] : read.faults.map(({ path, value }) => [path.join('.'), value]);
  expect(told).toEqual([
    ['v.int', '139'],
    ['v.name', undefined],
    ['v.names.0.id', undefined],
    ['phone', undefined],
    ['list', '139'],
  ]);
});

it('says it in one language, the caller’s', () => {
  const read = coerce('Outer', { v: { int: 'x', one: {}, inner: { colour: 'BLUE' } } });
  const faults = read.ok ? [] : read.faults;
  const told = variableErrors(faults).map((error) => error.toJSON());
  for (const { message } of inLanguage(told, 'en')) expect(message).toMatch(/^[ -~“”]+$/);
  for (const { message } of inLanguage(told, 'zh')) expect(message).toMatch(/[一-鿿].*。$/);
});

describe('a subgraph', () => {
  const { subgraph, tokens } = aSubgraph({
    sdl: `input F { a: Int secret: String @personal } extend type Query { ask(f: F, at: DateTime): Int }`,
    resolvers: { Query: { ask: () => 1 } },
  });
  const query = 'query ($f: F, $at: DateTime) { ask(f: $f, at: $at) }';
  beforeAll(() => subgraph.start());
  afterAll(() => subgraph.stop());

  it('refuses hostile variables itself, with status 400 and a small answer', async () => {
    const f = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`a${n}`, 1]));
    const { status, json } = await post(
      { subgraph, tokens },
      JSON.stringify({ query, variables: { f } }),
    );
    expect(status).toBe(400);
    expect(json.data).toBeUndefined();
    expect(json.errors).toHaveLength(50);
    expect(JSON.stringify(json).length).toBeLessThan(20_000);
    expect(json.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      kind: 'UNKNOWN_FIELD',
      inputPath: ['f', 'a0'],
      traceId: expect.any(String) as unknown,
    });
  });

  it('lets no scalar print what it is given', async () => {
    const asked = { query, variables: { at: 'y'.repeat(5_000), f: { secret: 1389 } } };
    const answer = (await subgraph.executeOperation(asked, { viewer: nobody })) as Answered;
    expect(answer.errors?.map(({ extensions }) => extensions['kind'])).toEqual([
      'WRONG_TYPE',
      'INVALID_VALUE',
    ]);
    expect(JSON.stringify(answer)).not.toContain('1389');
    expect(JSON.stringify(answer).length).toBeLessThan(1_500);
  });

  it('answers what is right', async () => {
    const asked = { query, variables: { f: { a: 1 }, at: '2026-03-01T00:00:00Z' } };
    const answer = (await subgraph.executeOperation(asked, { viewer: nobody })) as Answered;
    expect(answer).toEqual({ data: { ask: 1 } });
  });
});
