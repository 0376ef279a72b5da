import { GraphQLError, type GraphQLFormattedError } from 'graphql';

export type ResponsePath = readonly (string | number)[];

/** A subgraph's error as the operation's: the subgraph named, the path that of the whole answer. */
export function locateError(
  error: GraphQLFormattedError,
  service: string,
  path: ResponsePath | undefined,
): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${service}"`;
  const code = error.extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR';
  return new GraphQLError(message, {
    ...(path !== undefined && { path }),
    extensions: { ...error.extensions, code, serviceName: service },
  });
}

/** Keys of a path as the caller named them, where the plan named them otherwise. */
export function inResponseNames(
  path: ResponsePath,
  names: ReadonlyMap<string, string>,
): ResponsePath {
  if (names.size === 0) return path;
  return path.map((key) => (typeof key === 'string' ? (names.get(key) ?? key) : key));
}

/** A failure of the way to a subgraph has no path: all that the fetch was for is without it. */
export function toGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
