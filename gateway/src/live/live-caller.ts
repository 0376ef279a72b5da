import type { Viewer, ViewerClaims } from '@onewindow/identity';
import { departureOf, type Log, type Trace } from '@onewindow/runtime';
import type { Language } from '@onewindow/subgraph';
import type { TooMany } from '../rates/request-rates.ts';
import type { RequestContext } from '../request-context.ts';

/** Who subscribes: the same for all subscriptions of a connection. */
export interface LiveCaller {
  readonly viewer: Viewer;
  /** By what he is counted, see `callerKey`; absent where nothing counts. */
  readonly key?: string;
  readonly claims: ViewerClaims;
  readonly language: Language;
  readonly log: Log;
  /** Takes one subscription to this field, of this cost, from what he may have; absent where nothing is counted. */
  readonly take?: (coordinate: string, cost: number) => Promise<TooMany | undefined>;
  /** Takes a text that was not read before, of so many characters; absent where nothing is counted. */
  readonly takeText?: (length: number) => Promise<TooMany | undefined>;
}

/** What subgraphs are told of one execution for him. */
export function contextOf(
  { viewer, claims, language, log }: LiveCaller,
  { traceId, traceparent }: Trace,
  { budget, signal }: { readonly budget: number; readonly signal: AbortSignal },
): RequestContext {
  let own: Log | undefined;
  return {
    ...{ viewer, claims, traceId, traceparent },
    departure: departureOf(signal),
    acceptLanguage: language,
    deadline: new Date(Date.now() + budget),
    // Most executions say nothing.
    get log() {
      return (own ??= log.child({ traceId, viewer: viewer.id }));
    },
  };
}
