import {
  getNamedType,
  isNullableType,
  isObjectType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import type { Path } from './path.ts';

/** An edge that may be null because its row is hidden: its parent is no root and no page. */
interface HidingEdge {
  readonly name: string;
  /** What is asked of its row: only what the parent's subgraph knows of it by itself. */
  readonly known: string;
}

/**
 * The same way, asking nothing of the row at its end but that it is there: `case { id }`, which no owner of the row
 * is asked about. Who is not shown the row is not shown that either. Null for a path without such an edge.
 */
export function stubOf(path: Path, graph: GraphQLSchema, guarded: readonly string[]): Path | null {
  const { query } = path;
  const info = new TypeInfo(graph);
  const edges = new Map<FieldNode, HidingEdge>();
  const document = parse(query);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const [parent, type] = [info.getParentType(), info.getType()];
        const named = type && getNamedType(type);
        if (!parent || !type || !isObjectType(named) || !guarded.includes(named.name)) return;
        const isRoot = parent === graph.getQueryType();
        if (isRoot || !isNullableType(type) || parent.name.endsWith('Edge')) return;
        const known = 'id' in named.getFields() ? 'id' : '__typename';
        edges.set(node, { name: node.name.value, known });
      },
    }),
  );
  const last = [...edges].at(-1);
  if (!last) return null;
  const [at, { name, known }] = last;
  const asked = visit(document, {
    Field: (node) =>
      node === at
        ? {
            ...node,
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: known } }],
            },
          }
        : undefined,
  });
  return { ...path, query: print(asked), shows: () => new RegExp(`"${name}":\\{"`, 'u') };
}
