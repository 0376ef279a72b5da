import {
  isEnumType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLScalarType,
} from 'graphql';
import { jsonString } from './json-text.ts';

/** Deeper than any scalar of ours, far from where `JSON.stringify` runs out of stack. */
const DEEPEST = 500;

/**
 * A subgraph's value as JSON, or undefined when it is none of the type. Values pass as they are: subgraphs have
 * serialised them. `isPlain` says that no string of the subgraphs needs escaping.
 */
export type LeafPrinter = (value: unknown, isPlain: boolean) => string | undefined;

export function leafPrinter(type: GraphQLLeafType): LeafPrinter {
  if (isEnumType(type)) return printMember(type);
  return SPECIFIED.get(type.name) ?? printAny;
}

function printMember(type: GraphQLEnumType): LeafPrinter {
  const texts = new Map<unknown, string>(
    type.getValues().map(({ name }) => [name, JSON.stringify(name)]),
  );
  return (value) => texts.get(value);
}

const printString: LeafPrinter = (value, isPlain) =>
  typeof value === 'string' ? jsonString(value, isPlain) : undefined;
const printInteger: LeafPrinter = (value) => (Number.isInteger(value) ? String(value) : undefined);

const SPECIFIED = new Map<GraphQLScalarType['name'], LeafPrinter>([
  ['String', printString],
  ['ID', (value, isPlain) => printString(value, isPlain) ?? printInteger(value, isPlain)],
  ['Int', printInteger],
  ['Float', (value) => (Number.isFinite(value) ? String(value) : undefined)],
  ['Boolean', (value) => (typeof value === 'boolean' ? String(value) : undefined)],
]);

const printAny: LeafPrinter = (value, isPlain) => {
  if (typeof value === 'string') return jsonString(value, isPlain);
  if (value === null || value === undefined) return undefined;
  return isShallow(value) ? JSON.stringify(value) : undefined;
};

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
