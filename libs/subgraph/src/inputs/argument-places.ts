import {
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
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

function walk(schema: GraphQLSchema, document: DocumentNode): readonly ArgumentPlace[] {
  const places: ArgumentPlace[] = [];
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Argument: ({ name: { value: name }, value }) => {
      const parent = types.getParentType();
      const field = types.getFieldDef();
      const type = types.getInputType();
      if (!parent || !field || !type || types.getDirective()) return;
      const coordinate = argumentCoordinate(parent.name, field.name, name);
      places.push({ field, coordinate, name, type, value });
    },
  });
  visit(document, visitor);
  return places;
}
