import type { IncomingHttpHeaders } from 'node:http';
import { randomHex } from './random-hex.ts';

/** Where something stands in a W3C trace. */
export interface Trace {
  readonly traceId: string;
  readonly traceparent: string;
}

/** The trace of an HTTP request. */
export interface RequestTrace extends Trace {
  /** Somebody before us began it. */
  readonly isContinued: boolean;
  /** What the client calls its request, in a safe form; goes back as `x-request-id`. */
  readonly requestId: string;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** The trace of a `traceparent`; where it can't be read a new one, under `known` if that is a trace id. */
export function parseTrace(header: string | undefined, known = ''): Trace {
  const traceId = header === undefined ? undefined : TRACEPARENT.exec(header)?.[1];
  if (header !== undefined && traceId !== undefined) return { traceId, traceparent: header };
  const fresh = TRACE_ID.test(known) ? known : randomHex(16);
  return { traceId: fresh, traceparent: `00-${fresh}-${randomHex(8)}-01` };
}

/** Under which id a request is found in logs and traces: that of `traceparent`, of `x-request-id`, or a new one. */
export function traceOfRequest(headers: IncomingHttpHeaders): RequestTrace {
  const traceparent = single(headers['traceparent']);
  const sent = single(headers['x-request-id']) ?? '';
  const trace = parseTrace(traceparent, sent);
  return {
    ...trace,
    isContinued: trace.traceparent === traceparent || trace.traceId === sent,
    requestId: REQUEST_ID.test(sent) ? sent : trace.traceId,
  };
}

const single = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : undefined;
