import { Kind, parse, visit, type SelectionNode } from 'graphql';
import { eachSelection } from './each-selection.ts';

it('shows what graphql-js’ visitor shows of fields and fragments, in the same order', () => {
  const document = parse(`
    query a($b: Boolean!) { c { d @skip(if: $b) ... on E { f(g: 1) { h } } ...I @include(if: $b) } j: k }
    fragment I on L { m { ... { n } } }
    mutation o { p }`);
  const expected: SelectionNode[] = [];
  const note = (node: SelectionNode) => {
    expected.push(node);
  };
  visit(document, { Field: note, FragmentSpread: note, InlineFragment: note });
  const shown: SelectionNode[] = [];
  eachSelection(document, (node) => shown.push(node));
  expect(shown).toEqual(expected);
  expect(shown.filter(({ kind }) => kind === Kind.FIELD)).toHaveLength(8);
});
