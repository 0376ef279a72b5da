import { wordedError, type Words } from '@onewindow/subgraph';
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** How deep selections may lie in each other, fragments counted in: far below where a stack ends. */
const DEEPEST = 500;

/** Validation refuses both before; here they would never end, so nothing is planned without this. */
export function refuseEndlessSelections(document: DocumentNode): void {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const depths = new Map<string, number>();
  const depthOf = (selectionSet: SelectionSetNode, above: number): number => {
    if (above > DEEPEST)
      refuse({
        en: `Selections lie more than ${DEEPEST} deep in each other.`,
        zh: `选择嵌套超过 ${DEEPEST} 层。`,
      });
    let deepest = 1;
    for (const node of selectionSet.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        deepest = Math.max(deepest, depthOfFragment(node.name.value, above + 1));
      } else if (node.selectionSet !== undefined) {
        deepest = Math.max(deepest, 1 + depthOf(node.selectionSet, above + 1));
      }
    }
    return deepest;
  };
  const depthOfFragment = (name: string, above: number): number => {
    const known = depths.get(name);
    if (known === Infinity)
      refuse({ en: `The fragment ${name} spreads itself.`, zh: `片段“${name}”展开了自身。` });
    if (known !== undefined && above + known <= DEEPEST) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    depths.set(name, Infinity);
    const depth = depthOf(fragment.selectionSet, above);
    depths.set(name, depth);
    return depth;
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) depthOfFragment(node.name.value, 0);
    if (node.kind === Kind.OPERATION_DEFINITION) depthOf(node.selectionSet, 0);
  }
}

function refuse(words: Words): never {
  throw wordedError('GRAPHQL_VALIDATION_FAILED', words);
}
