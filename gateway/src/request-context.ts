import type { Viewer, ViewerClaims } from '@onewindow/identity';
import type { Departure, Log } from '@onewindow/runtime';
import type { GraphQLError } from 'graphql';
import type { TooMany } from './rates/request-rates.ts';

/** That a text is valid, what is wrong with it, or what went wrong when it was read. */
export type TextOutcome =
  { readonly errors: readonly GraphQLError[] } | { readonly fault: unknown };

/** What the gateway knows of one request, and hands on to each subgraph that helps to answer it. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** By what the caller is counted, see `callerKey`; absent where nothing counts. */
  readonly caller?: string;
  /** As they travel in request tokens: made once for a request. */
  readonly claims: ViewerClaims;
  readonly traceId: string;
  readonly traceparent: string;
  readonly acceptLanguage?: string;
  /** Whether the caller, who is staff, asked what his operation costs. */
  readonly tellsCost?: boolean;
  /** When the answer is of no use any more. */
  readonly deadline: Date;
  /** That the caller has gone. */
  readonly departure: Departure;
  readonly log: Log;
  /** Takes root fields from what the caller may have; absent where nothing is counted. */
  readonly takeFields?: (coordinates: readonly string[]) => Promise<TooMany | undefined>;
  /** What came of its text, which Apollo Server is given only when it is valid; absent of what has none. */
  readonly text?: TextOutcome;
  /** Takes what an operation costs, above the one point that each costs, likewise. */
  readonly takeCost?: (cost: number) => Promise<TooMany | undefined>;
}
