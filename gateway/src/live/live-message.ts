import { unwrapResolverError } from '@apollo/server/errors';
import type { Log } from '@onewindow/runtime';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Told } from '../execution/compile-subscription.ts';
import { PrintedData, printResult } from '../execution/printed-data.ts';
import { maskError } from '../mask-error.ts';

/** A message as the answer of a query would be, with the id to go on from. */
export function writeMessage(
  { data, errors, faults }: Told,
  about: { readonly eventId: string; readonly traceId: string; readonly log: Log },
): string {
  const { eventId, traceId, log } = about;
  const masked = errors.map((error): GraphQLFormattedError => {
    const formatted = maskError(error.toJSON(), error);
    noteFault(error, formatted, log.child({ traceId }));
    return { ...formatted, extensions: { ...formatted.extensions, traceId } };
  });
  const valueCompletion =
    errors.length === 0 && faults.length > 0 ? { valueCompletion: faults } : {};
  return printResult({
    ...(masked.length > 0 && { errors: masked }),
    // It is written out already.
    data: data === null ? null : (new PrintedData(data) as unknown as Record<string, unknown>),
    extensions: { ...valueCompletion, eventId },
  }).trimEnd();
}

/** As for queries: what a subgraph or the way to it did wrong is in the log, with its cause. */
function noteFault(error: GraphQLError, { extensions }: GraphQLFormattedError, log: Log): void {
  const code = extensions?.['code'];
  if (code !== 'INTERNAL_SERVER_ERROR' && !String(code).startsWith('SUBREQUEST_')) return;
  log.error({ err: unwrapResolverError(error), path: error.path, code }, 'live event failed');
}
