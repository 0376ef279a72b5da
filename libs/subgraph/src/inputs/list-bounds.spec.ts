import { buildSchema, parse } from 'graphql';
import { readInputMarks } from '../variables/input-marks.ts';
import { createListBounds } from './list-bounds.ts';

const sdl = `
  directive @constraint(maxItems: Int, maxLength: Int) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  type Query { rows(ids: [Int!] @constraint(maxItems: 3), filter: Filter): Row }
  type Row { rows(ids: [Int!] @constraint(maxItems: 2)): Row name(of: String @constraint(maxLength: 3)): Int }
  input Filter { kinds: [Int!] @constraint(maxItems: 2) any: [Filter!] @constraint(maxItems: 2) name: String }
  type Mutation { told(filter: Filter): Told plain(filter: Filter): Row }
  type InvalidInput { code: String } union Told = Row | InvalidInput`;
const bounds = createListBounds(buildSchema(sdl), readInputMarks(parse(sdl)));
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

it('costs operations nothing that have no such list', () => {
  expect(bounds.compile(parse('{ rows { name(of: "a") } }'))).toBeUndefined();
});

it('says it in both languages', () => {
  const [error] = bounds.compile(parse('{ rows(ids: [1, 2, 3, 4]) { name } }'))?.({}) ?? [];
  expect(error?.message).toBe('ids: At most 3 are taken at once; there are 4.');
  expect(error?.extensions['code']).toBe('BAD_USER_INPUT');
});
