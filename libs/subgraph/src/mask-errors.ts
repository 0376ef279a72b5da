import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { badUserInput } from './graphql-errors.ts';

/** The codes that callers may see with their messages: everything else is a fault of ours. */
export const PUBLIC_CODES: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'DEADLINE_EXCEEDED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
]);

/** Apollo's `formatError`: keeps what a caller can act upon, masks every fault, and drops all extensions but the code. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof Error && original.name === 'InvalidCursor') {
    const { message } = badUserInput('The cursor is not one of this list.');
    return { ...formatted, message, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const code = formatted.extensions?.['code'];
  return isPublicCode(code)
    ? { ...formatted, extensions: { code } }
    : {
        ...formatted,
        message: 'Something went wrong on our side. 系统内部错误。',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      };
}

export function isPublicCode(code: unknown): code is string {
  return typeof code === 'string' && PUBLIC_CODES.has(code);
}
