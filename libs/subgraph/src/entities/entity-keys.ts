import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';

/** How the values of one key stand in a reference: all there, not all there, or of the wrong shape. */
type Standing = 'COMPLETE' | 'ABSENT' | 'MALFORMED';

/** Whether a reference names an entity by one of its type's keys, with values of the keys' types. */
export type KeyCheck = (reference: Readonly<Record<string, unknown>>) => boolean;

/**
 * The check of a type's references, undefined when it has no key that is resolved here. A reference
 * needs one whole key, and must not hold a value of the wrong shape in any other: resolvers may look at
 * each of them.
 */
export function keyCheckOf(type: GraphQLObjectType): KeyCheck | undefined {
  const keys = resolvableKeys(type);
  if (keys.length === 0) return undefined;
  return (reference) => {
    const standings = keys.map((key) => standingOf(key, type, reference));
    return standings.includes('COMPLETE') && !standings.includes('MALFORMED');
  };
}

function resolvableKeys({ astNode, extensionASTNodes }: GraphQLObjectType): SelectionSetNode[] {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .flatMap(({ arguments: given = [] }) => {
      const valueOf = (name: string) => given.find((one) => one.name.value === name)?.value;
      const resolvable = valueOf('resolvable');
      const fields = valueOf('fields');
      const isResolved = resolvable?.kind !== Kind.BOOLEAN || resolvable.value;
      return isResolved && fields?.kind === Kind.STRING ? [selectionsOf(fields.value)] : [];
    });
}

function selectionsOf(fields: string): SelectionSetNode {
  const [operation] = parse(`{ ${fields} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${fields} is no key.`);
  return operation.selectionSet;
}

function standingOf(
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  value: Readonly<Record<string, unknown>>,
): Standing {
  const standings = selections
    .filter((selection): selection is FieldNode => selection.kind === Kind.FIELD)
    .map((field) => standingOfField(field, type, value));
  if (standings.includes('MALFORMED')) return 'MALFORMED';
  return standings.includes('ABSENT') ? 'ABSENT' : 'COMPLETE';
}

function standingOfField(
  { name: { value: name }, selectionSet }: FieldNode,
  type: GraphQLObjectType,
  reference: Readonly<Record<string, unknown>>,
): Standing {
  const field = type.getFields()[name];
  const value = Object.hasOwn(reference, name) ? reference[name] : undefined;
  if (!field || value === undefined) return 'ABSENT';
  return standingOfValue(value, field.type, selectionSet);
}

function standingOfValue(
  value: unknown,
  type: GraphQLOutputType,
  selectionSet: SelectionSetNode | undefined,
): Standing {
  // Where a key may be null, its resolver says what that names: a receipt without a query code names no case.
  if (value === null) return isNonNullType(type) ? 'MALFORMED' : 'COMPLETE';
  const inner = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  if (isListType(inner)) {
    if (!Array.isArray(value)) return 'MALFORMED';
    const each = value.map((one) => standingOfValue(one, inner.ofType, selectionSet));
    return each.every((one) => one === 'COMPLETE') ? 'COMPLETE' : 'MALFORMED';
  }
  const named = getNamedType(inner);
  if (isLeafType(named)) return isOfLeaf(value, named) ? 'COMPLETE' : 'MALFORMED';
  if (!isObjectType(named) || !selectionSet || !isRecord(value)) return 'MALFORMED';
  return standingOf(selectionSet, named, value);
}

/** An id is text: `ID` takes whole numbers in an argument, but what was answered as an id never is one. */
function isOfLeaf(value: unknown, type: GraphQLInputType & { name: string }): boolean {
  if (type.name === 'ID') return typeof value === 'string';
  if (!isLeafType(type)) return false;
  try {
    return type.parseValue(value) != null;
  } catch {
    // How a scalar or an enum refuses a value.
    return false;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
