import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** Under which id a request is found in logs and traces. What a client sends is taken only in a safe form. */
export function traceIdOf(headers: IncomingHttpHeaders): string {
  const { traceparent, 'x-request-id': requestId } = headers;
  const traced = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
  if (traced !== undefined) return traced;
  if (typeof requestId === 'string' && REQUEST_ID.test(requestId)) return requestId;
  return randomBytes(16).toString('hex');
}
