import { parse, print, stripIgnoredCharacters } from 'graphql';
import { withSeparateConditions } from './separate-conditions.ts';

const separated = (text: string) =>
  stripIgnoredCharacters(print(withSeparateConditions(parse(text))));
const plain = (text: string) => stripIgnoredCharacters(print(parse(text)));

it.each([
  [
    'a field has its condition around it',
    '{ f @include(if: $a) { g @skip(if: $b) h } }',
    '{ ... @include(if: $a) { f { ... @skip(if: $b) { g } h } } }',
  ],
  [
    'alias, arguments and other directives stay with it',
    '{ f: g(n: 1) @other @skip(if: $b) @include(if: $c) }',
    '{ ... @skip(if: $b) @include(if: $c) { f: g(n: 1) @other } }',
  ],
  [
    'in fragments without a name and with one too',
    'fragment F on T { g @include(if: $b) { h } } { ... @skip(if: $a) { ...F @skip(if: $b) f @skip(if: $b) } }',
    'fragment F on T { ... @include(if: $b) { g { h } } } { ... @skip(if: $a) { ...F @skip(if: $b) ... @skip(if: $b) { f } } }',
  ],
  [
    'what literals leave out is left out, and literals that leave in are',
    '{ f @include(if: true) { g } h @skip(if: true) i @skip(if: false) @include(if: $a) }',
    '{ f { g } ... @include(if: $a) { i } }',
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

it('hands back an operation without conditions untouched', () => {
  const document = parse('query Q($a: Int) { f(a: $a) @other { ...F } } fragment F on T { g }');
  expect(withSeparateConditions(document)).toBe(document);
});
