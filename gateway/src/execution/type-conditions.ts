import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Whether a fragment on `condition` applies to an object of the type `typename`. */
export type TypeConditionApplies = (condition: string, typename: string) => boolean;

export function createTypeConditions(schema: GraphQLSchema): TypeConditionApplies {
  const subtypes = new Map<string, ReadonlySet<string>>();
  return (condition, typename) => {
    if (condition === typename) return true;
    let names = subtypes.get(condition);
    if (names === undefined) {
      const type = schema.getType(condition);
      if (type === undefined) return false;
      names = subtypesOf(schema, type);
      subtypes.set(condition, names);
    }
    return names.has(typename);
  };
}

function subtypesOf(schema: GraphQLSchema, type: GraphQLNamedType): ReadonlySet<string> {
  if (!isAbstractType(type)) return new Set();
  return new Set(
    Object.values(schema.getTypeMap())
      .filter((other) => isObjectType(other) || isInterfaceType(other))
      .filter((other) => schema.isSubType(type, other))
      .map(({ name }) => name),
  );
}
