import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

/**
 * One document in which every object type stands once: `extend type Query` of each module is folded
 * into the base's `type Query`, and a root type to which nobody added a field is left out.
 */
export function mergeDefinitions(documents: readonly DocumentNode[]): DocumentNode {
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  const order: (DefinitionNode | string)[] = [];
  for (const node of documents.flatMap((document) => document.definitions)) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) {
      order.push(node);
      continue;
    }
    const name = node.name.value;
    const found = objects.get(name);
    if (!found) order.push(name);
    objects.set(name, found ? fold(found, node) : asDefinition(node));
  }
  const definitions = order.flatMap((entry): DefinitionNode[] => {
    if (typeof entry !== 'string') return [entry];
    const type = objects.get(entry);
    return type && !isEmptyRoot(type) ? [type] : [];
  });
  return { kind: Kind.DOCUMENT, definitions };
}

function fold(
  type: ObjectTypeDefinitionNode,
  more: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
): ObjectTypeDefinitionNode {
  if (more.kind === Kind.OBJECT_TYPE_DEFINITION && !isEmptyRoot(more) && !isEmptyRoot(type)) {
    throw new Error(`The type ${type.name.value} is defined twice: extend it instead.`);
  }
  const description = type.description ?? asDefinition(more).description;
  return {
    ...type,
    ...(description && { description }),
    interfaces: [...(type.interfaces ?? []), ...(more.interfaces ?? [])],
    directives: [...(type.directives ?? []), ...(more.directives ?? [])],
    fields: [...(type.fields ?? []), ...(more.fields ?? [])],
  };
}

function asDefinition(
  node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
): ObjectTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION
    ? node
    : { ...node, kind: Kind.OBJECT_TYPE_DEFINITION };
}

function isEmptyRoot(type: ObjectTypeDefinitionNode): boolean {
  return (
    ['Query', 'Mutation', 'Subscription'].includes(type.name.value) &&
    (type.fields ?? []).length === 0
  );
}
