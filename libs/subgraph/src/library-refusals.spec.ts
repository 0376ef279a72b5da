import { buildSchema, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { messagesOf } from '../test/library-messages.ts';
import { libraryRefusal } from './library-refusals.ts';
import { maskError } from './mask-errors.ts';
import { inLanguage } from './own-words.ts';

const schema = buildSchema(`
  directive @of(one: Int!) on FIELD
  type Query { row(id: ID!, of: Of, one: One, kind: Kind): Row rows: [Row!]! any: Any text: String int(int: Int): Int }
  type Row { id: ID text(text: String, float: Float, is: Boolean): String } type Other { name: String } union Any = Row | Other
  type Subscription { one: Int two: Int }
  input Of { id: String! age: Int } input One @oneOf { a: Int b: Int } enum Kind { PERSON COMPANY }`);

/** Of what is not known. */
const ANY_WORDS = ['请求格式有误。', '语法错误：操作文本不是 GraphQL。', '该操作不符合模式。'];

/** What each rule has to say, by the rule’s name without `Rule`. */
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  ExecutableDefinitions: ['{ text } type A { b: Int }', '{ text } schema { query: Query }'],
  FieldsOnCorrectType: ['{ txt }', '{ any { id } }', '{ nothingLikeIt }', '{ rowss }'],
  FragmentsOnCompositeTypes: ['{ ... on String { a } }', '{ ...a } fragment a on String { a }'],
  KnownArgumentNames: ['{ row(id: 1, off: 1) { id } }', '{ text @of(one: 1, on: 2) }'],
  KnownDirectives: ['{ text @nothing }', 'query @of(one: 1) { text }'],
  KnownFragmentNames: ['{ ...nothing }'],
  KnownTypeNames: ['query ($a: Roww) { text }'],
  LoneAnonymousOperation: ['{ text } query a { text }'],
  MaxIntrospectionDepth: [
    `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
  ],
  NoFragmentCycles: [
    '{ row(id: 1) { ...a } } fragment a on Row { ...a }',
    '{ row(id: 1) { ...a } } fragment a on Row { ...b } fragment b on Row { ...a }',
  ],
  NoUndefinedVariables: ['{ row(id: $a) { id } }', 'query q { row(id: $a) { id } }'],
  NoUnusedFragments: ['{ text } fragment a on Row { id }'],
  NoUnusedVariables: ['query ($a: Int) { text }', 'query q($a: Int) { text }'],
  OverlappingFieldsCanBeMerged: ['{ a: text a: int }', '{ row(id: 1) { id } row(id: 2) { id } }'],
  PossibleFragmentSpreads: [
    '{ row(id: 1) { ... on Other { name } } }',
    '{ row(id: 1) { ...a } } fragment a on Other { name }',
  ],
  ProvidedRequiredArguments: ['{ row { id } }', '{ text @of }'],
  ScalarLeafs: ['{ text { a } }', '{ row(id: 1) }'],
  SingleFieldSubscriptions: [
    'subscription { one two }',
    'subscription a { one two }',
    'subscription { __typename }',
    'subscription a { __typename }',
  ],
  UniqueArgumentNames: ['{ row(id: 1, id: 2) { id } }'],
  UniqueDirectivesPerLocation: ['{ text @skip(if: true) @skip(if: true) }'],
  UniqueFragmentNames: [
    '{ row(id: 1) { ...a } } fragment a on Row { id } fragment a on Row { id }',
  ],
  UniqueInputFieldNames: ['{ row(id: 1, of: {id: "a", id: "b"}) { id } }'],
  UniqueOperationNames: ['query a { text } query a { text }'],
  UniqueVariableNames: ['query ($a: ID!, $a: ID!) { row(id: $a) { id } }'],
  ValuesOfCorrectType: [
    '{ row(id: 1, of: {}) { id } }',
    '{ row(id: 1, of: {id: "1", agee: 1}) { id } }',
    '{ row(id: 1, of: 1) { id } }',
    '{ row(id: null) { id } }',
    '{ row(id: {a: 1}, kind: "A") { text(text: 1, float: "a", is: 1) } }',
    '{ row(id: 1, kind: PERSO) { id } }',
    '{ int(int: "a") }',
    '{ int(int: 99999999999) }',
    '{ row(id: 1, one: {a: 1, b: 2}) { id } }',
    '{ row(id: 1, one: {a: null}) { id } }',
  ],
  VariablesAreInputTypes: ['query ($a: Row) { text }'],
  VariablesInAllowedPosition: [
    'query ($a: Int) { row(id: $a) { id } }',
    'query ($a: Int) { row(id: 1, one: {a: $a}) { id } }',
  ],
};
/** These have something to say of schemas alone. */
const names = specifiedRules
  .map(({ name }) => name.replace(/Rule$/, ''))
  .filter((name) => name !== 'DeferStreamDirectiveLabel');

const zh = (code: string, error: GraphQLError) => {
  const masked = maskError({ message: error.message, extensions: { code } }, error);
  return inLanguage([masked], 'zh')[0]?.message;
};

it.each(names)('what %s says is told in Chinese', (name) => {
  const rule = specifiedRules.find((one) => one.name === `${name}Rule`);
  for (const operation of OPERATIONS[name] ?? []) {
    const errors = validate(schema, parse(operation), rule ? [rule] : []);
    expect([operation, errors.length > 0]).toEqual([operation, true]);
    for (const error of errors) {
      const told = zh('GRAPHQL_VALIDATION_FAILED', error);
      expect(told).toMatch(/^[一-鿿“].*[。？]$/s);
      // Names stay, and nothing else that is not Chinese.
      expect(told?.replaceAll(/“[^”]*”|（\w+）/g, '')).not.toMatch(/[a-z]{3}/);
    }
  }
  expect(OPERATIONS[name]?.length).toBeGreaterThan(0);
});

it.each([
  '{',
  '{ a(b: ) }',
  "{ a(b: 'c') }",
  '{ a(b: "c) }',
  '{ a(b: 01) }',
  '{ a(b: "\\q") }',
  '{ a } ?',
  '{ a(b: 1.) }',
  'query ($a: Int = $b) { c }',
  '{ a(b: "\\u{110000}") }',
  '{ a } } ',
  'nothing',
  '"a" { b }',
])('%s is no operation, which is told in Chinese', (text) => {
  let error: unknown;
  try {
    parse(text);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(GraphQLError);
  expect(zh('GRAPHQL_PARSE_FAILED', error as GraphQLError)).toMatch(/^语法错误：[一-鿿].*。$/s);
});

/** Forms of messages by which a literal of a scalar or an enum is refused, which rules hand on. */
const OF_LITERALS = ['type/scalars.js', 'type/definition.js'].flatMap((file) =>
  messagesOf('graphql', file).filter(({ within }) => within.includes('parseLiteral')),
);
const OF_RULES = names.flatMap((name) =>
  messagesOf('graphql', `validation/rules/${name}Rule.js`).map((made) => ({ ...made, name })),
);
const OF_VALIDATION = [
  ...OF_RULES,
  ...OF_LITERALS,
  ...messagesOf('graphql', 'validation/validate.js'),
  ...messagesOf('graphql', 'validation/validationAbortedError.js'),
  ...messagesOf('@apollo/server', 'dist/esm/validationRules/NoIntrospection.js'),
];
const OF_PARSING = ['language/parser.js', 'language/lexer.js'].flatMap((file) =>
  messagesOf('graphql', file),
);
const OF_REQUESTS = ['httpBatching', 'preventCsrf', 'requestPipeline', 'runHttpQuery'].flatMap(
  (file) =>
    messagesOf('@apollo/server', `dist/esm/${file}.js`).filter(
      ({ maker }) => maker === 'BadRequestError',
    ),
);

describe('what the libraries can say, read from their code', () => {
  const rows = [
    ...OF_VALIDATION.map((made) => ({ code: 'GRAPHQL_VALIDATION_FAILED', ...made })),
    ...OF_PARSING.map((made) => ({ code: 'GRAPHQL_PARSE_FAILED', ...made })),
    ...OF_REQUESTS.map((made) => ({ code: 'BAD_REQUEST', ...made })),
  ].flatMap(({ code, maker, messages }) =>
    messages.map((message) => [
      code,
      maker === 'syntaxError' ? `Syntax Error: ${message}` : message,
    ]),
  );

  it.each(rows)('%s: “%s” has a code and words in both languages', (code, message) => {
    const refused = libraryRefusal(code, message);
    const masked = refused && maskError(refused.toJSON(), refused);
    const [chinese] = masked ? inLanguage([masked], 'zh') : [];
    const [english] = masked ? inLanguage([masked], 'en') : [];
    expect(english?.message).not.toMatch(/aborted|[一-鿿]/);
    expect(chinese?.message).toMatch(/^[一-鿿“].*[。？）]$/s);
    expect(chinese?.message).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
    expect(ANY_WORDS).not.toContain(chinese?.message);
    expect([code, 'TOKEN_LIMIT']).toContain(chinese?.extensions?.['code']);
  });

  it('is found in all the places that are looked at', () => {
    expect(names.filter((name) => !OF_RULES.some((made) => made.name === name))).toEqual([]);
    const counts = [OF_LITERALS, OF_VALIDATION, OF_PARSING, OF_REQUESTS].map((of) => of.length);
    expect(counts.every((count) => count > 5)).toBe(true);
  });
});

it('tells with a code of its own kind that fields and fragments were too many to compare', () => {
  const errors = validate(schema, parse(`{ ${'text '.repeat(3_000)} }`));
  expect(errors.map(({ message }) => message)).toContain('Validation aborted.');
  for (const error of errors) {
    const masked = maskError(
      { message: error.message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      error,
    );
    expect(inLanguage([masked], 'en')).toEqual([
      {
        message:
          'There are too many fields or fragments to check them all. Ask for less, or in several requests.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', kind: 'TOO_MUCH_TO_CHECK' },
      },
    ]);
    expect(zh('GRAPHQL_VALIDATION_FAILED', error)).toMatch(/^字段或片段过多[一-鿿，]*。$/);
  }
});

it('says so where it stops telling what is wrong, and in English tells what graphql-js tells', () => {
  const many = validate(schema, parse(`{ ${'a '.repeat(101)} }`));
  const last = many.at(-1);
  expect(last && zh('GRAPHQL_VALIDATION_FAILED', last)).toBe(
    '错误过多，校验到此为止，其余不再列出。',
  );
  const [first] = validate(schema, parse('{ texts }'));
  const masked = maskError(
    { message: first?.message ?? '', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    first,
  );
  expect(inLanguage([masked], 'en')[0]?.message).toBe(first?.message);
  expect(inLanguage([masked], 'zh')[0]?.message).toBe('类型“Query”没有字段“texts”。是否指“text”？');
});

it.each([
  ['BAD_REQUEST', '请求格式有误。'],
  ['GRAPHQL_PARSE_FAILED', '语法错误：操作文本不是 GraphQL。'],
  ['GRAPHQL_VALIDATION_FAILED', '该操作不符合模式。'],
  ['OPERATION_RESOLUTION_FAILURE', '未指明要执行的操作，或没有该名称的操作。'],
])('tells the kind %s, and nothing else, of a message that it does not know', (code, chinese) => {
  const masked = maskError({ message: 'Something 42.', extensions: { code } }, undefined);
  expect(inLanguage([masked], 'zh')).toEqual([{ message: chinese, extensions: { code } }]);
  expect(inLanguage([masked], 'en')[0]?.message).not.toContain('42');
});

it('leaves alone what is no code of theirs', () => {
  expect(libraryRefusal('BAD_USER_INPUT', 'Validation aborted.')).toBeUndefined();
});
