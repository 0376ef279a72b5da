import { unwrapResolverError } from '@apollo/server/errors';
import { InvalidCursor } from '@onewindow/kernel';
import { RequestTimeOver } from '@onewindow/runtime';
import { deadlineExceeded } from './graphql-errors.ts';
import { libraryRefusal } from './library-refusals.ts';
import { hasWords, ownCode, ownWords, withWords, wordedError, type Words } from './own-words.ts';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';

/** The codes that callers may see with their messages: everything else is a fault of ours. */
export const PUBLIC_CODES: ReadonlySet<string> = new Set([
  'ALIAS_LIMIT',
  'ANSWER_LIMIT',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'COST_LIMIT',
  'DEADLINE_EXCEEDED',
  'DEPTH_LIMIT',
  'DIRECTIVE_LIMIT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'RATE_LIMITED',
  'TEXT_LIMIT',
  'TOKEN_LIMIT',
  'UNAUTHENTICATED',
]);

/** What else of an error's extensions is made for callers. */
const PUBLIC_EXTENSIONS = [
  'kind',
  'inputPath',
  'limit',
  'found',
  'mostExpensive',
  'retryAfter',
] as const;

/** Apollo's `formatError`: keeps what a caller can act upon, masks every fault, and drops all extensions that are not for callers. */
export function maskError(given: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (isInvalidCursor(error)) {
    const { message, extensions } = invalidCursor();
    return { ...given, message, extensions };
  }
  if (isTimeOver(error)) {
    const { message, extensions } = deadlineExceeded();
    return { ...given, message, extensions };
  }
  const { extensions } = given;
  const code = ownCode(extensions);
  const refusal = hasWords(extensions) ? undefined : libraryRefusal(code, given.message);
  if (refusal) {
    const { message, extensions: told } = refusal;
    return {
      ...given,
      message,
      extensions: shown(String(told['code']), { ...extensions, ...told }),
    };
  }
  return isPublicCode(code)
    ? {
        ...given,
        extensions: shown(code, extensions),
      }
    : {
        ...given,
        message: FAULT.en,
        extensions: { code: 'INTERNAL_SERVER_ERROR', ...withWords(FAULT) },
      };
}

const shown = (code: string, extensions: GraphQLFormattedError['extensions']) => ({
  ...{ code, ...publicExtensions(extensions) },
  ...ownWords(extensions),
});

const FAULT: Words = { en: 'Something went wrong on our side.', zh: '系统内部错误。' };

const invalidCursor = () =>
  wordedError(
    'BAD_USER_INPUT',
    {
      en: 'The cursor is not one of this list: begin again without it.',
      zh: '该游标不属于此列表，请去掉游标，从头查询。',
    },
    { extensions: { kind: 'BAD_CURSOR' } },
  );

/** What callers did wrong, or may not do: they are told, and it is no fault of ours. */
export function isPublicError(error: GraphQLError): boolean {
  return isPublicCode(ownCode(error.extensions)) || isInvalidCursor(error) || isTimeOver(error);
}

function publicExtensions(
  extensions: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const told = PUBLIC_EXTENSIONS.filter((name) => extensions[name] !== undefined);
  return Object.fromEntries(told.map((name) => [name, extensions[name]]));
}

function isPublicCode(code: unknown): code is string {
  return typeof code === 'string' && PUBLIC_CODES.has(code);
}

/** What reads a list knows nothing of GraphQL, and throws it when a cursor was not made for that list. */
const isInvalidCursor = (error: unknown): boolean =>
  unwrapResolverError(error) instanceof InvalidCursor;

/** What MongoDB says of a read that its time has ended (`MaxTimeMSExpired`). */
const MAX_TIME_EXPIRED = 50;

/** A read was ended, or not begun, because the time for the request is over. */
function isTimeOver(error: unknown): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof RequestTimeOver) return true;
  return (
    original instanceof Error &&
    original.name === 'MongoServerError' &&
    'code' in original &&
    original.code === MAX_TIME_EXPIRED
  );
}
