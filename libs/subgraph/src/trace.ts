import { randomBytes } from 'node:crypto';

/** Where a request stands in a W3C trace. */
export interface Trace {
  readonly traceId: string;
  readonly traceparent: string;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;

/** The trace of a `traceparent` header; where it can't be read a new one, under `known` if that is a trace id. */
export function parseTrace(header: string | undefined, known = ''): Trace {
  const traceId = header === undefined ? undefined : TRACEPARENT.exec(header)?.[1];
  if (header !== undefined && traceId !== undefined) return { traceId, traceparent: header };
  const fresh = TRACE_ID.test(known) ? known : randomBytes(16).toString('hex');
  return { traceId: fresh, traceparent: `00-${fresh}-${randomBytes(8).toString('hex')}-01` };
}
