import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Whether the field being resolved is asked for `field` directly below it, through fragments and @skip/@include. */
export function asksFor(info: GraphQLResolveInfo, field: string): boolean {
  const within = (selections: SelectionSetNode | undefined): boolean =>
    (selections?.selections ?? []).some((node) => {
      if (!isIncluded(node, info)) return false;
      switch (node.kind) {
        case Kind.FIELD:
          return node.name.value === field;
        case Kind.INLINE_FRAGMENT:
          return within(node.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return within(info.fragments[node.name.value]?.selectionSet);
      }
    });
  return info.fieldNodes.some((node) => within(node.selectionSet));
}

/** The count behind `totalCount` and `totalCountIsExact`, only when somebody asks; the 0 otherwise is never read. */
export async function countWhenAsked(
  info: GraphQLResolveInfo,
  count: () => Promise<number>,
): Promise<number> {
  return asksFor(info, 'totalCount') || asksFor(info, 'totalCountIsExact') ? count() : 0;
}

function isIncluded(node: SelectionNode, info: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
