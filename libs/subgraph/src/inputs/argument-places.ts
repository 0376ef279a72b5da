import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { argumentCoordinate } from '../variables/input-marks.ts';

/** An argument as it stands in a document. */
export interface ArgumentPlace {
  readonly field: GraphQLField<unknown, unknown>;
  /** `Type.field(argument:)` */
  readonly coordinate: string;
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly value: ValueNode;
}

/** A document is walked once, for all who ask. */
const known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, readonly ArgumentPlace[]>>();

/** The arguments of all fields of a valid document; not those of directives. */
export function argumentPlaces(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly ArgumentPlace[] {
  const ofSchema = known.get(schema) ?? new WeakMap<DocumentNode, readonly ArgumentPlace[]>();
  known.set(schema, ofSchema);
  const found = ofSchema.get(document) ?? walk(schema, document);
  ofSchema.set(document, found);
  return found;
}

/** By hand: graphql-js' own visitor with types takes three times as long, and nobody is answered meanwhile. */
function walk(schema: GraphQLSchema, document: DocumentNode): readonly ArgumentPlace[] {
  const places: ArgumentPlace[] = [];
  const within = (
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | null | undefined,
  ): void => {
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) continue;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition: on, selectionSet } = node;
        within(selectionSet, on ? schema.getType(on.name.value) : parent);
        continue;
      }
      if (!isObjectType(parent) && !isInterfaceType(parent)) continue;
      // Introspection has no arguments that are held against anything.
      const field = parent.getFields()[node.name.value];
      if (!field) continue;
      for (const { name: argument, value } of node.arguments ?? []) {
        const name = argument.value;
        const type = field.args.find((it) => it.name === name)?.type;
        if (!type) continue;
        const coordinate = argumentCoordinate(parent.name, field.name, name);
        places.push({ field, coordinate, name, type, value });
      }
      if (node.selectionSet) within(node.selectionSet, getNamedType(field.type));
    }
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION)
      within(node.selectionSet, schema.getRootType(node.operation));
    if (node.kind === Kind.FRAGMENT_DEFINITION)
      within(node.selectionSet, schema.getType(node.typeCondition.name.value));
  }
  return places;
}
