import type { GraphQLFormattedError } from 'graphql';

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
