import {
  isEnumType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLScalarType,
} from 'graphql';

/** Deeper than any scalar of ours, far from where `JSON.stringify` runs out of stack. */
const DEEPEST = 500;

/** Whether a subgraph's value is one of the type. Values pass as they are: subgraphs have serialised them. */
export function isValueOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return isMemberOf(type);
  return SPECIFIED.get(type.name) ?? isShallow;
}

function isMemberOf(type: GraphQLEnumType): (value: unknown) => boolean {
  const names = new Set(type.getValues().map(({ name }) => name));
  return (value) => typeof value === 'string' && names.has(value);
}

const isString = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isInteger = (value: unknown) => Number.isInteger(value);

const SPECIFIED = new Map<GraphQLScalarType['name'], (value: unknown) => boolean>([
  ['String', isString],
  ['ID', (value) => isString(value) || isInteger(value)],
  ['Int', isInteger],
  ['Float', isNumber],
  ['Boolean', (value) => typeof value === 'boolean'],
]);

function isShallow(value: unknown): boolean {
  if (typeof value !== 'object') return true;
  let level: unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap((element) =>
      typeof element === 'object' && element !== null ? (Object.values(element) as unknown[]) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}
