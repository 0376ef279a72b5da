import type { Log } from '@onewindow/runtime';
import { inLanguage, type Language } from '@onewindow/subgraph';
import type { Told } from '../execution/compile-subscription.ts';
import { PrintedData, printResult } from '../execution/printed-data.ts';
import { logErrors, maskErrors, withTraceId } from '../operation-errors.ts';

/** A message as the answer of a query would be, with the id to go on from. */
export function writeMessage(
  { data, errors }: Told,
  about: {
    readonly eventId: string;
    readonly traceId: string;
    readonly log: Log;
    readonly language: Language;
  },
): string {
  const { eventId, traceId, log, language } = about;
  if (errors.length > 0) logErrors(errors, { log: log.child({ traceId }), what: 'live event' });
  return printResult({
    ...(errors.length > 0 && {
      errors: withTraceId(inLanguage(maskErrors(errors), language), traceId),
    }),
    // It is written out already.
    data: data === null ? null : (new PrintedData(data) as unknown as Record<string, unknown>),
    extensions: { eventId },
  }).trimEnd();
}
