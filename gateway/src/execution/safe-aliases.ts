import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql';
import { hasSelection } from './each-selection.ts';

const PREFIX = 'alias__';

export interface SafeOperation {
  readonly document: DocumentNode;
  /** The caller's aliases, by what stands for them in the plan. */
  readonly responseNames: ReadonlyMap<string, string>;
}

/**
 * `{ item { id: name } }` must not be where a plan looks for the key `id`: the planner takes a caller's
 * alias for the field that it needs. Such aliases are others in the plan, and are their own again in
 * the answer.
 */
export function withSafeAliases(
  document: DocumentNode,
  isNeeded: (name: string) => boolean,
): SafeOperation {
  const responseNames = new Map<string, string>();
  const isUnsafe = (field: FieldNode): boolean => {
    const alias = field.alias?.value;
    if (alias === undefined || alias === field.name.value) return false;
    return isNeeded(alias) || alias.startsWith(PREFIX);
  };
  if (!hasSelection(document, (node) => node.kind === Kind.FIELD && isUnsafe(node)))
    return { document, responseNames };
  const changed = visit(document, {
    Field: (field) => {
      const alias = field.alias?.value;
      if (alias === undefined || !isUnsafe(field)) return undefined;
      const safe = `${PREFIX}${alias}`;
      responseNames.set(safe, alias);
      return { ...field, alias: { kind: Kind.NAME, value: safe } };
    },
  });
  return { document: changed, responseNames };
}
