import { GraphQLScalarType, type GraphQLEnumType, type GraphQLLeafType } from 'graphql';
import type { InputVisit } from './input-visit.ts';

/** Reads one given value, which is not null: what resolvers get, or undefined after a fault was noted. */
export type CoerceInput = (value: unknown, visit: InputVisit) => unknown;

const MOST_INT = 2_147_483_647;

/** As graphql-js reads them; its own ways print what they are given, whatever its size. */
const STANDARD: Readonly<Record<string, (value: unknown) => unknown>> = {
  Int: (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value <= MOST_INT &&
    value >= -MOST_INT - 1
      ? value
      : undefined,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  ID: (value) => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' && Number.isInteger(value) ? value.toString() : undefined;
  },
};

/** `checked` tells of scalars that this schema knows by name alone what they take. */
export function leafInput(
  type: GraphQLLeafType,
  checked: Readonly<Record<string, GraphQLScalarType>>,
): CoerceInput {
  const { name } = type;
  if (!(type instanceof GraphQLScalarType)) return enumInput(type);
  const read = Object.hasOwn(STANDARD, name) ? STANDARD[name] : undefined;
  if (read) {
    return (value, visit) => read(value) ?? visit.addGiven('WRONG_TYPE', name, value);
  }
  const check = Object.hasOwn(checked, name) ? checked[name] : undefined;
  return (value, visit) => {
    try {
      check?.parseValue(value);
      const parsed: unknown = type.parseValue(value);
      if (parsed !== undefined) return parsed;
    } catch {
      // Told below: what the scalar itself says may show the value.
    }
    return visit.addGiven('INVALID_VALUE', name, value);
  };
}

function enumInput(type: GraphQLEnumType): CoerceInput {
  return (value, visit) => {
    if (typeof value !== 'string') return visit.addGiven('WRONG_TYPE', type.name, value);
    const found = type.getValue(value);
    if (!found) return visit.addGiven('UNKNOWN_ENUM_VALUE', type.name, value);
    return found.value as unknown;
  };
}
