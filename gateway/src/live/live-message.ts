import type { Log } from '@onewindow/runtime';
import type { Told } from '../execution/compile-subscription.ts';
import { PrintedData, printResult } from '../execution/printed-data.ts';
import { logErrors, maskErrors, withTraceId } from '../operation-errors.ts';

/** A message as the answer of a query would be, with the id to go on from. */
export function writeMessage(
  { data, errors }: Told,
  about: { readonly eventId: string; readonly traceId: string; readonly log: Log },
): string {
  const { eventId, traceId, log } = about;
  if (errors.length > 0) logErrors(errors, { log: log.child({ traceId }), what: 'live event' });
  return printResult({
    ...(errors.length > 0 && { errors: withTraceId(maskErrors(errors), traceId) }),
    // It is written out already.
    data: data === null ? null : (new PrintedData(data) as unknown as Record<string, unknown>),
    extensions: { eventId },
  }).trimEnd();
}
