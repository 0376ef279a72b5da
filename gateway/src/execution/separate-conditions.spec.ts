import { parse, print, stripIgnoredCharacters } from 'graphql';
import { withSeparateConditions } from './separate-conditions.ts';

const separated = (text: string) =>
  stripIgnoredCharacters(print(withSeparateConditions(parse(text))));
const plain = (text: string) => stripIgnoredCharacters(print(parse(text)));

it.each([
  [
    'a field whose selections are conditional has its own condition around it',
    '{ f @include(if: $a) { g @skip(if: $b) } }',
    '{ ... @include(if: $a) { f { g @skip(if: $b) } } }',
  ],
  [
    'on every level, with alias, arguments and both directives',
    '{ f @include(if: $a) { h: g(n: 1) @skip(if: $b) @include(if: $c) { i @include(if: $d) j } } }',
    `{ ... @include(if: $a) { f {
      ... @skip(if: $b) @include(if: $c) { h: g(n: 1) { i @include(if: $d) j } } } } }`,
  ],
  [
    'also where only one of its selections is, for they may be fetched apart',
    '{ f @include(if: $a) { g h @skip(if: $b) } }',
    '{ ... @include(if: $a) { f { g h @skip(if: $b) } } }',
  ],
  [
    'through fragments without a name and with one, whichever is defined first',
    `fragment F on T { ...G } fragment G on T { g @include(if: $b) }
      { f @include(if: $a) { ...F } h @include(if: $a) { ... on T { ... @skip(if: $b) { i } } } }`,
    `fragment F on T { ...G } fragment G on T { g @include(if: $b) }
      { ... @include(if: $a) { f { ...F } }
        ... @include(if: $a) { h { ... on T { ... @skip(if: $b) { i } } } } }`,
  ],
  [
    'what literals leave out is left out, and literals that leave in are',
    '{ f @include(if: true) { g } h @skip(if: true) i @skip(if: false) @include(if: $a) }',
    '{ f { g } i @include(if: $a) }',
  ],
  [
    'a selection that nothing is left of stays one',
    '{ f { g @skip(if: true) ... on T { h @include(if: false) } ...F } } fragment F on T { ...G @skip(if: true) } fragment G on T { g }',
    '{ f { __typename @skip(if: true) } } fragment G on T { g }',
  ],
  [
    'with the condition of the field around it',
    '{ f @include(if: $a) { g @skip(if: true) } }',
    '{ ... @include(if: $a) { f { __typename @skip(if: true) } } }',
  ],
  [
    'an operation that nothing is left of stays one',
    'mutation { m @skip(if: true) { id } }',
    'mutation { __typename @skip(if: true) }',
  ],
])('%s', (_, given, expected) => {
  expect(separated(given)).toBe(plain(expected));
});

it.each([
  '{ f @include(if: $a) { g { h @skip(if: $b) } } }',
  '{ f { g @skip(if: $b) } ... @include(if: $a) { h { i @skip(if: $b) } } }',
])('%s is left as it is: there nothing is joined', (text) => {
  expect(separated(text)).toBe(plain(text));
});

it('hands back an operation without conditions untouched', () => {
  const document = parse('query Q($a: Int) { f(a: $a) @other { ...F } } fragment F on T { g }');
  expect(withSeparateConditions(document)).toBe(document);
});
