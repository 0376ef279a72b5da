import { buildSchema, parse } from 'graphql';
import { readInputMarks } from '../variables/input-marks.ts';
import { createArgumentBounds } from './argument-bounds.ts';

const sdl = `
  directive @constraint(maxItems: Int, maxLength: Int, format: String) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  type Query { rows(ids: [Int!] @constraint(maxItems: 3), filter: Filter): Row }
  type Row { rows(ids: [Int!] @constraint(maxItems: 2)): Row name(of: String @constraint(maxLength: 3), all: Boolean): Int
    named(of: [String!] @constraint(maxItems: 2, maxLength: 3)): Int id(of: ID): Int
    page(after: String @constraint(maxLength: 8, format: "opaque")): Int }
  input Filter { kinds: [Int!] @constraint(maxItems: 2) any: [Filter!] @constraint(maxItems: 2) name: String }
  type Mutation { told(filter: Filter): Told plain(filter: Filter): Row }
  type InvalidInput { code: String } union Told = Row | InvalidInput`;
const bounds = createArgumentBounds(buildSchema(sdl), readInputMarks(parse(sdl)));
const faults = (operation: string, values = {}) =>
  bounds
    .compile(parse(operation))?.(values)
    .map(({ extensions }) => [
      (extensions['inputPath'] as readonly unknown[]).join('.'),
      extensions['limit'],
      extensions['found'],
    ]);

it('takes lists up to their bound, and refuses the next item, given as a literal or as a variable', () => {
  expect(faults('{ rows(ids: [1, 2, 3]) { name } }')).toEqual([]);
  expect(faults('{ rows(ids: [1, 2, 3, 4]) { name } }')).toEqual([['ids', 3, 4]]);
  const operation = 'query ($ids: [Int!]) { rows(ids: $ids) { name } }';
  expect(faults(operation, { ids: [1, 2, 3] })).toEqual([]);
  expect(faults(operation, { ids: [1, 2, 3, 4] })).toEqual([['ids', 3, 4]]);
  expect(faults(operation)).toEqual([]);
});

it('looks into filters, however deep, and at fields below the root', () => {
  const operation = 'query ($f: Filter) { rows(filter: $f) { rows(ids: [1, 2, 3]) { name } } }';
  expect(faults(operation, { f: { any: [{ kinds: [1, 2] }, { kinds: [1, 2, 3] }] } })).toEqual([
    ['filter.any.1.kinds', 2, 3],
    ['ids', 2, 3],
  ]);
});

it('leaves a field to its subgraph that can say so as data, and no other mutation', () => {
  expect(faults('mutation { told(filter: {kinds: [1, 2, 3]}) { __typename } }')).toBeUndefined();
  expect(faults('mutation { plain(filter: {kinds: [1, 2, 3]}) { name } }')).toEqual([
    ['filter.kinds', 2, 3],
  ]);
});

it('costs operations nothing that have no such argument', () => {
  expect(bounds.compile(parse('{ rows { name(all: true) } }'))).toBeUndefined();
});

it('takes a cursor up to its length, and refuses the next character, given as a literal or as a variable', () => {
  const literal = (length: number) => faults(`{ rows { page(after: "${'x'.repeat(length)}") } }`);
  expect(literal(8)).toEqual([]);
  expect(literal(9)).toEqual([['after', 8, 9]]);
  const operation = 'query ($after: String) { rows { page(after: $after) } }';
  expect(faults(operation, { after: 'x'.repeat(8) })).toEqual([]);
  expect(faults(operation, { after: 'x'.repeat(9) })).toEqual([['after', 8, 9]]);
  expect(faults(operation, { after: null })).toEqual([]);
});

it('refuses a text that no way to normalise it makes short enough, and leaves nearer ones to be normalised', () => {
  const operation = 'query ($of: String) { rows { name(of: $of) } }';
  expect(faults(operation, { of: ' '.repeat(1_012) })).toEqual([]);
  expect(faults(operation, { of: ' '.repeat(1_013) })).toEqual([['of', 3, 1_013]]);
  const each = 'query ($of: [String!]) { rows { named(of: $of) } }';
  expect(faults(each, { of: ['a', 'x'.repeat(2_000)] })).toEqual([['of.1', 3, 2_000]]);
});

it('takes ids of 200 characters and no longer ones', () => {
  const operation = 'query ($of: ID) { rows { id(of: $of) } }';
  expect(faults(operation, { of: 'x'.repeat(200) })).toEqual([]);
  expect(faults(operation, { of: 'x'.repeat(201) })).toEqual([['of', 200, 201]]);
});

it('looks into inputs that hold each other', () => {
  const mutual = `
    directive @constraint(maxItems: Int, maxLength: Int, format: String) on INPUT_FIELD_DEFINITION
    type Query { a(b: B): Int } input A { b: B ids: [Int!] @constraint(maxItems: 1) } input B { a: A }`;
  const held = createArgumentBounds(buildSchema(mutual), readInputMarks(parse(mutual)));
  const found = held.compile(parse('{ a(b: {a: {b: {a: {ids: [1, 2]}}}}) }'))?.({});
  expect(found?.map(({ extensions }) => extensions['inputPath'])).toEqual([
    ['b', 'a', 'b', 'a', 'ids'],
  ]);
});

it('says it in both languages', () => {
  const [error] = bounds.compile(parse('{ rows(ids: [1, 2, 3, 4]) { name } }'))?.({}) ?? [];
  expect(error?.message).toBe('ids: At most 3 are taken at once; there are 4.');
  expect(error?.extensions['code']).toBe('BAD_USER_INPUT');
});
