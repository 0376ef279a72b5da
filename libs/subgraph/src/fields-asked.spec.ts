import { buildSchema, execute, parse, type GraphQLResolveInfo } from 'graphql';
import { fieldsAsked } from './fields-asked.ts';

const schema = buildSchema(`
  interface Named { name: String }
  type Case implements Named { id: ID name: String status: String item: Item }
  type Item implements Named { id: ID name: String cases: [Case] }
  union Found = Case | Item
  type Query { case: Case found: [Found] named: [Named] item: Item }
`);

/** What the operation that this text holds asks for of a case. */
function askedBy(text: string): readonly string[] {
  let info: GraphQLResolveInfo | undefined;
  const note = (...call: [unknown, unknown, GraphQLResolveInfo]) => {
    info = call[2];
    return null;
  };
  const rootValue = { case: note, found: note, named: note, item: note };
  const { errors } = execute({ schema, document: parse(text), rootValue }) as {
    readonly errors?: unknown;
  };
  expect(errors).toBeUndefined();
  if (!info) throw new Error('Nothing was resolved.');
  return [...fieldsAsked(info, 'Case')].sort();
}

describe('the fields that an operation asks for of a type', () => {
  it.each([
    ['{ case { id status } }', ['id', 'status']],
    ['{ case { s: status } }', ['status']],
    ['{ case { item { id } } }', ['item']],
    ['{ found { ... on Case { status } ... on Item { name } } }', ['status']],
    ['{ named { name } }', ['name']],
    ['{ named { ... on Named { name } ... on Item { id } } }', ['name']],
    ['{ item { cases { status } } }', ['status']],
    [
      '{ case { ...F } } fragment F on Case { status item { cases { id } } }',
      ['id', 'item', 'status'],
    ],
    ['query ($no: Boolean = false) { case { id status @include(if: $no) } }', ['id', 'status']],
    ['{ item { name } }', []],
  ])('of %s', (text, fields) => {
    expect(askedBy(text)).toEqual(fields);
  });
});
