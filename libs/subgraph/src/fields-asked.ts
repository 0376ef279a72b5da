import {
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'schema' | 'operation' | 'fragments'>;

/** Documents are kept once they are parsed, and with them what they ask for. */
const known = new WeakMap<OperationDefinitionNode, Map<string, ReadonlySet<string>>>();

/**
 * The fields that an operation asks for of a type anywhere, also through interfaces and fragments: no more is shown of
 * it by this request. What `@skip` and `@include` say is not looked at, so that it is the same for all variables.
 */
export function fieldsAsked(info: Asked, type: string): ReadonlySet<string> {
  const ofOperation = known.get(info.operation) ?? new Map<string, ReadonlySet<string>>();
  known.set(info.operation, ofOperation);
  const fields = ofOperation.get(type) ?? fieldsIn(info, type);
  ofOperation.set(type, fields);
  return fields;
}

function fieldsIn({ schema, operation, fragments }: Asked, name: string): ReadonlySet<string> {
  const type = schema.getType(name);
  const fields = new Set<string>();
  const seenAs = (parent: unknown) =>
    parent === type ||
    (isAbstractType(parent) && isObjectType(type) && schema.isSubType(parent, type));
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field: ({ name: { value } }) => {
      if (seenAs(typeInfo.getParentType())) fields.add(value);
    },
  });
  for (const node of [operation, ...Object.values(fragments)]) visit(node, visitor);
  return fields;
}
