import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** The places of an answer whose null these errors explain: each path as far as there is data. */
export function nullPlaces(
  data: unknown,
  errors: readonly GraphQLFormattedError[] = [],
): readonly string[] {
  return [...new Set(errors.map(({ path }) => nullPlace(data, path)))].sort();
}

function nullPlace(data: unknown, path: GraphQLFormattedError['path']): string {
  if (path === undefined) return 'nowhere';
  let value = data;
  const way: (string | number)[] = [];
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    way.push(key);
  }
  return JSON.stringify([way, value === null ? null : 'something else']);
}

/**
 * The places where an answer has null, the truth has something, and no error says why: an error is of its place, of all
 * below and above it, of what the object was to be completed by when it is of a field that was not asked for, and of
 * everything when it has no path.
 */
export function unexplainedNulls(
  { data, errors = [] }: FormattedExecutionResult,
  truth: unknown,
): readonly string[] {
  const ways = errors.map(({ path = [] }) => wayInto(data, path));
  const isExplained = (place: readonly (string | number)[]): boolean =>
    ways.some((way) => way.every((key, at) => at >= place.length || place[at] === key));
  const places: string[] = [];
  const compare = (told: unknown, right: unknown, place: readonly (string | number)[]): void => {
    if (typeof right !== 'object' || right === null || told === null || told === undefined) {
      const isLost = (told === null || told === undefined) && right !== null;
      if (isLost && !isExplained(place)) places.push(JSON.stringify(place));
      return;
    }
    for (const [key, inner] of Object.entries(right)) {
      const step = Array.isArray(right) ? Number(key) : key;
      compare((told as Readonly<Record<string, unknown>>)[key], inner, [...place, step]);
    }
  };
  compare(data, truth, []);
  return places;
}

/** A path without what the answer has not. */
function wayInto(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  const way: (string | number)[] = [];
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    way.push(key);
  }
  return value === null ? path : way;
}
