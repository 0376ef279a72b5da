import {
  Kind,
  visit,
  type ASTVisitor,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionOf, isNever } from './conditions.ts';
import { hasSelection } from './each-selection.ts';

/**
 * The same operation, in a form that the planner understands. It has three faults:
 * - Of `f @include(if: $a) { g @include(if: $b) }` it makes one condition, `$a` and `$b`: with `$b` false `f` is not
 *   asked for, and a mutation `f` not run.
 * - Of `f @skip(if: $a) g`, where `f` requires `h` of another subgraph, it makes one representation: with `$a` true `h`
 *   is missing, and `g` not asked for.
 * - Where a fetch hangs on a variable it forgets literals: `m @skip(if: true)` beside it is run.
 * So the condition of a field stands on a fragment around it, and literals are done with before. An operation without
 * conditions is answered as it is.
 */
export function withSeparateConditions(document: DocumentNode): DocumentNode {
  if (!hasConditions(document)) return document;
  const fragmentOf = separateFragments(document);
  const visitor = createVisitor(fragmentOf);
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind !== Kind.FRAGMENT_DEFINITION) return [visit(node, visitor)];
    const separated = fragmentOf(node.name.value);
    return separated === undefined ? [] : [separated];
  });
  return { ...document, definitions };
}

const hasConditions = (document: DocumentNode): boolean =>
  hasSelection(document, ({ directives = [] }) => directives.some(isCondition));

/** A fragment as it is in the separated operation; undefined when nothing is left of it. */
type FragmentOf = (name: string) => FragmentDefinitionNode | undefined;

/** Each fragment is separated once, when it is met first: those who spread it ask what is left of it. */
function separateFragments(document: DocumentNode): FragmentOf {
  const given = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const separated = new Map<string, FragmentDefinitionNode | undefined>();
  const fragmentOf: FragmentOf = (name) => {
    const fragment = given.get(name);
    if (fragment === undefined || separated.has(name)) return separated.get(name);
    const changed: FragmentDefinitionNode = visit(fragment, createVisitor(fragmentOf));
    const left = changed.selectionSet.selections.length === 0 ? undefined : changed;
    separated.set(name, left);
    return left;
  };
  return fragmentOf;
}

function createVisitor(fragmentOf: FragmentOf): ASTVisitor {
  return {
    Field: {
      leave: (field) => {
        if (isNever(field.directives)) return null;
        const isEmpty = field.selectionSet?.selections.length === 0;
        const changed = isEmpty ? { ...field, selectionSet: NOTHING } : field;
        return field.directives?.some(isCondition) ? aroundField(changed) : changed;
      },
    },
    InlineFragment: {
      leave: ({ directives, selectionSet }) =>
        isNever(directives) || selectionSet.selections.length === 0 ? null : undefined,
    },
    FragmentSpread: {
      leave: ({ name, directives }) =>
        isNever(directives) || fragmentOf(name.value) === undefined ? null : undefined,
    },
    OperationDefinition: {
      leave: (operation) =>
        operation.selectionSet.selections.length === 0
          ? { ...operation, selectionSet: NOTHING }
          : undefined,
    },
    Directive: {
      // What is never there goes as a whole.
      leave: (directive) =>
        conditionOf(directive)?.kind === Kind.BOOLEAN && !isNever([directive]) ? null : undefined,
    },
  };
}

/** Where a selection set is left empty: the planner needs something to select, the answer has nothing. */
const NOTHING: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [
    {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: '__typename' },
      directives: [
        {
          kind: Kind.DIRECTIVE,
          name: { kind: Kind.NAME, value: 'skip' },
          arguments: [
            {
              kind: Kind.ARGUMENT,
              name: { kind: Kind.NAME, value: 'if' },
              value: { kind: Kind.BOOLEAN, value: true },
            },
          ],
        },
      ],
    },
  ],
};

const isCondition = (directive: DirectiveNode): boolean => conditionOf(directive) !== undefined;
/** `... @include(if: $a) { f }` for `f @include(if: $a)`. */
function aroundField(field: FieldNode): InlineFragmentNode {
  const { directives = [] } = field;
  const inner = { ...field, directives: directives.filter((node) => !isCondition(node)) };
  return {
    kind: Kind.INLINE_FRAGMENT,
    directives: directives.filter(isCondition),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] },
  };
}
