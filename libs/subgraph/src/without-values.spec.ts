import { buildSchema, parse, validate } from 'graphql';
import { maskError } from './mask-errors.ts';
import { withoutValue } from './without-values.ts';

const schema = buildSchema(`
  type Query { person(id: String, age: Int, share: Float, is: Boolean, key: ID, kind: Kind, of: Of): Int }
  input Of { id: String }
  enum Kind { PERSON COMPANY }
`);

/** What a caller is told of a document that is not valid. */
const told = (argument: string): readonly string[] =>
  validate(schema, parse(`{ person(${argument}) }`)).map(
    (error) =>
      maskError(
        { message: error.message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
        error,
      ).message,
  );

it.each([
  ['id: 511602199001011234', 'String cannot represent a non string value.'],
  ['id: {id: "511602199001011234"}', 'String cannot represent a non string value.'],
  ['id: [511602199001011234]', 'String cannot represent a non string value.'],
  ['age: "511602199001011234"', 'Int cannot represent non-integer value.'],
  ['age: 511602199001011234', 'Int cannot represent non 32-bit signed integer value.'],
  ['share: "511602199001011234"', 'Float cannot represent non numeric value.'],
  ['is: "511602199001011234"', 'Boolean cannot represent a non boolean value.'],
  ['key: {a: 511602199001011234}', 'ID cannot represent a non-string and non-integer value.'],
  ['of: "511602199001011234"', 'Expected value of type "Of".'],
  ['kind: "a: 511602199001011234"', 'Enum "Kind" cannot represent non-enum value.'],
  ['kind: A511602199001011234', 'The value does not exist in "Kind" enum.'],
])('of %s the kind is told, and not the value', (argument, message) => {
  expect(told(argument)).toEqual([message]);
});

it('still says which names there are, and leaves other messages alone', () => {
  expect(told('kind: PERSONS')).toEqual([
    'The value does not exist in "Kind" enum. Did you mean the enum value "PERSON"?',
  ]);
  expect(told('nothing: 1')).toEqual(['Unknown argument "nothing" on field "Query.person".']);
});

it('cuts a name that is longer than any of the graph', () => {
  const message = `Cannot query field "${'a'.repeat(900_000)}" on type "Query".`;
  expect(withoutValue(message)).toBe(`Cannot query field "${'a'.repeat(100)}…" on type "Query".`);
  const short = `Cannot query field "${'a'.repeat(100)}" on type "Query".`;
  expect(withoutValue(short)).toBe(short);
});
