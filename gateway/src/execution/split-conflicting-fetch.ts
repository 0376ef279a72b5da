import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { ArgumentVariants } from './argument-variants.ts';

/**
 * One representation has one `price`. Fields of one fetch that require it with different arguments
 * are asked for by a fetch each.
 */
export function splitConflictingFetch(
  node: FetchNode,
  { realNames, requiredBy }: ArgumentVariants,
): readonly FetchNode[] {
  const { requires } = node;
  if (requires === undefined || realNames.size === 0) return [node];
  const used = variantsIn(requires, realNames);
  if (new Set([...used].map((name) => realNames.get(name))).size === used.size) return [node];
  const document = parse(node.operation, { noLocation: true });
  const groups: Set<string>[] = [new Set()];
  const groupOf = (type: string, { name }: FieldNode): number => {
    const needed = requiredBy.get(`${type}.${name.value}`) ?? new Set();
    const found = groups.findIndex((group) => areCompatible(group, needed, realNames));
    const group = groups[found] ?? new Set();
    for (const variant of needed) group.add(variant);
    return found < 0 ? groups.push(group) - 1 : found;
  };
  const assigned = new Map<SelectionNode, number>();
  for (const fragment of entityFragments(document.definitions[0] as OperationDefinitionNode)) {
    if (fragment.kind !== Kind.INLINE_FRAGMENT) continue;
    for (const field of fragment.selectionSet.selections) {
      if (field.kind !== Kind.FIELD) continue;
      assigned.set(field, groupOf(fragment.typeCondition?.name.value ?? '', field));
    }
  }
  return groups.map((group, index) => {
    const kept = visit(document, {
      InlineFragment: {
        leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
      },
      Field: (field) => ((assigned.get(field) ?? index) === index ? undefined : null),
    });
    const [operation, ...fragments] = kept.definitions as [OperationDefinitionNode];
    const variables = new Set<string>();
    visit(operation.selectionSet, { Variable: ({ name }) => void variables.add(name.value) });
    const definitions = [
      {
        ...operation,
        variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
          variables.has(variable.name.value),
        ),
      } as OperationDefinitionNode,
      ...fragments,
    ];
    return {
      ...node,
      operation: stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions })),
      variableUsages: (node.variableUsages ?? []).filter((name) => variables.has(name)),
      requires: withVariants(requires, (name) => !realNames.has(name) || group.has(name)),
    };
  });
}

/** The selections of `_entities`, the one root field. */
function entityFragments({ selectionSet }: OperationDefinitionNode): readonly SelectionNode[] {
  const [entities] = selectionSet.selections;
  return entities?.kind === Kind.FIELD ? (entities.selectionSet?.selections ?? []) : [];
}

function areCompatible(
  group: ReadonlySet<string>,
  needed: ReadonlySet<string>,
  realNames: ReadonlyMap<string, string>,
): boolean {
  return [...needed].every((name) =>
    [...group].every((other) => other === name || realNames.get(other) !== realNames.get(name)),
  );
}

function variantsIn(
  selections: readonly QueryPlanSelectionNode[],
  realNames: ReadonlyMap<string, string>,
): Set<string> {
  return new Set(
    selections.flatMap((node) => [
      ...(node.kind === 'Field' && realNames.has(node.name) ? [node.name] : []),
      ...variantsIn(node.selections ?? [], realNames),
    ]),
  );
}

function withVariants(
  selections: readonly QueryPlanSelectionNode[],
  isKept: (name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections
    .filter((node) => node.kind !== 'Field' || isKept(node.name))
    .map((node) =>
      node.selections === undefined
        ? node
        : { ...node, selections: withVariants(node.selections, isKept) },
    );
}
