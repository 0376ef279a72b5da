import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../logs/create-log.ts';
import type { Departure } from './departure.ts';

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Without the query. */
  readonly path: string;
  /** The body as it came; empty for a route that reads the request itself. */
  readonly body: Buffer;
  /** That the client goes away before the answer is complete, or that the time to drain is over. */
  readonly departure: Departure;
  /** Aborts then. */
  readonly signal: AbortSignal;
  /** Of the trace of `traceparent`, else of `x-request-id` where that is a trace id, else of a new one. */
  readonly traceId: string;
  /** What goes on from here names this as its parent. */
  readonly traceparent: string;
  readonly log: Log;
}

export type Handler = (exchange: Exchange) => Promise<void> | void;

export interface Route {
  readonly handle: Handler;
  /** In place of the host's, in bytes. */
  readonly bodyLimit?: number;
  /** The handler reads the request itself (uploads): no limit is kept for it. */
  readonly readsBody?: boolean;
}
