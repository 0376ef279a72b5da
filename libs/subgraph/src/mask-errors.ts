import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';

/** The codes that callers may see with their messages: everything else is a fault of ours. */
export const PUBLIC_CODES: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'DEADLINE_EXCEEDED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
]);

/** What else of an error's extensions is made for callers. */
const PUBLIC_EXTENSIONS = ['kind', 'inputPath', 'limit', 'found', 'retryAfter'] as const;

/** Apollo's `formatError`: keeps what a caller can act upon, masks every fault, and drops all extensions that are not for callers. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (isInvalidCursor(error)) {
    const message = 'The cursor is not one of this list.';
    return { ...formatted, message, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const code = formatted.extensions?.['code'];
  return isPublicCode(code)
    ? { ...formatted, extensions: { code, ...publicExtensions(formatted.extensions) } }
    : {
        ...formatted,
        message: 'Something went wrong on our side. 系统内部错误。',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      };
}

function publicExtensions(
  extensions: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const told = PUBLIC_EXTENSIONS.filter((name) => extensions[name] !== undefined);
  return Object.fromEntries(told.map((name) => [name, extensions[name]]));
}

/** What callers did wrong, or may not do: they are told, and it is no fault of ours. */
export function isPublicError(error: GraphQLError): boolean {
  return isPublicCode(error.extensions['code']) || isInvalidCursor(error);
}

function isPublicCode(code: unknown): code is string {
  return typeof code === 'string' && PUBLIC_CODES.has(code);
}

/** Persistence, which knows nothing of GraphQL, throws it when a cursor is not of the list that is read. */
function isInvalidCursor(error: unknown): boolean {
  const original = unwrapResolverError(error);
  return original instanceof Error && original.name === 'InvalidCursor';
}
