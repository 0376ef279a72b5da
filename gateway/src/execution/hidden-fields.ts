import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type SchemaDefinitionNode,
} from 'graphql';

/** A copy of a field that plans may use and callers never see: `@inaccessible`. */
export function asHiddenField(field: FieldDefinitionNode, name: string): FieldDefinitionNode {
  const others = field.directives?.filter((directive) => directive.name.value !== INACCESSIBLE);
  const hidden: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: INACCESSIBLE },
  };
  return {
    ...field,
    name: { kind: Kind.NAME, value: name },
    directives: [...(others ?? []), hidden],
  };
}

/** The supergraph with the definition of `@inaccessible`, which it has only when a subgraph uses it. */
export function withInaccessible(supergraph: DocumentNode): DocumentNode {
  const isThere = supergraph.definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === INACCESSIBLE,
  );
  if (isThere) return supergraph;
  const [schema, ...definitions] = parse(FEATURE, { noLocation: true }).definitions;
  const links = (schema as SchemaDefinitionNode).directives ?? [];
  const linked = visit(supergraph, {
    SchemaDefinition: (node) => ({ ...node, directives: [...(node.directives ?? []), ...links] }),
  });
  return { ...linked, definitions: [...linked.definitions, ...definitions] };
}

const INACCESSIBLE = 'inaccessible';
const FEATURE = `
  schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION
    | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`;
