import type { PlanNode } from '@apollo/query-planner';

/**
 * Whether two entities of one path may be treated differently because of what is around them: by
 * a path's type conditions, or by arguments from a context.
 */
export function dependsOnPlace(node: PlanNode | undefined): boolean {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.some(dependsOnPlace);
    case 'Flatten':
      return node.path.some((step) => String(step).includes('|')) || dependsOnPlace(node.node);
    case 'Condition':
      return dependsOnPlace(node.ifClause) || dependsOnPlace(node.elseClause);
    case 'Fetch':
      return (node.contextRewrites?.length ?? 0) > 0;
    default:
      return false;
  }
}
