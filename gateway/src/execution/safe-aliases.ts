import { Kind, visit, type DocumentNode } from 'graphql';

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
  const changed = visit(document, {
    Field: (field) => {
      const alias = field.alias?.value;
      if (alias === undefined || alias === field.name.value) return undefined;
      if (!isNeeded(alias) && !alias.startsWith(PREFIX)) return undefined;
      const safe = `${PREFIX}${alias}`;
      responseNames.set(safe, alias);
      return { ...field, alias: { kind: Kind.NAME, value: safe } };
    },
  });
  return { document: responseNames.size === 0 ? document : changed, responseNames };
}
