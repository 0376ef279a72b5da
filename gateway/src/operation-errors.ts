import { unwrapResolverError } from '@apollo/server/errors';
import type { Log } from '@onewindow/runtime';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { maskError } from './mask-error.ts';

/** What a subgraph or the way to it did wrong is in the log with its cause, under the trace id that the caller sees. */
export function logErrors(
  errors: readonly GraphQLError[],
  about: {
    readonly log: Log;
    readonly operationName?: string | null | undefined;
    /** What has failed. */
    readonly what?: string;
  },
): void {
  const { log, operationName, what = 'operation' } = about;
  for (const error of errors) {
    const { code } = maskError({ message: '', extensions: error.extensions }, error).extensions as {
      readonly code: string;
    };
    if (code !== 'INTERNAL_SERVER_ERROR' && !code.startsWith('SUBREQUEST_')) continue;
    log.error(
      { err: unwrapResolverError(error), path: error.path, operationName, code },
      `${what} failed`,
    );
  }
}

/** Errors as callers see them: the same that Apollo Server makes of them with `maskError`. */
export function maskErrors(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  return errors.map((error) => maskError(error.toJSON(), error));
}

export const withTraceId = (
  errors: readonly GraphQLFormattedError[],
  traceId: string,
): readonly GraphQLFormattedError[] =>
  errors.map((error) => ({ ...error, extensions: { ...error.extensions, traceId } }));
