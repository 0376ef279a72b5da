import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is, each fragment put in the place of its spreads. */
export interface OperationMeasure {
  /** Fields along the longest way down, without those of introspection. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: OperationMeasure = { depth: 0, aliases: 0, directives: 0 };

/** Looks at each node of the document once, however often a fragment is spread. */
export function measureOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationMeasure {
  const fragments = new Map(
    document.definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const measured = new Map<string, OperationMeasure>();
  const ofFragment = (name: string): OperationMeasure => {
    const known = measured.get(name);
    if (known) return known;
    // One that spreads itself is refused elsewhere; here it ends.
    measured.set(name, NOTHING);
    const found = fragments.get(name);
    const measure = found ? ofPart(found, 0) : NOTHING;
    measured.set(name, measure);
    return measure;
  };
  const ofPart = (
    node: {
      readonly directives?: readonly unknown[] | undefined;
      readonly selectionSet?: SelectionSetNode | undefined;
    },
    level: number,
  ): OperationMeasure => {
    let depth = 0;
    let aliases = 0;
    let directives = node.directives?.length ?? 0;
    for (const selection of node.selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const part = ofPart(selection, isField ? 1 : 0);
      const spread =
        selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : NOTHING;
      depth = Math.max(depth, part.depth, spread.depth);
      aliases += part.aliases + spread.aliases;
      if (isField && selection.alias) aliases += 1;
      directives += part.directives + spread.directives;
    }
    const isIntrospection = 'name' in node && isSchemaField(node.name);
    return { depth: isIntrospection ? 0 : depth + level, aliases, directives };
  };
  return ofPart(operation, 0);
}

/** How deep introspection goes is bounded by a rule of graphql-js. */
const isSchemaField = (name: unknown): boolean => {
  const { value } = (name ?? {}) as { readonly value?: unknown };
  return value === '__schema' || value === '__type';
};
