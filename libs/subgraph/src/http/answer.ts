import type { ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A refusal from before GraphQL: the same shape as an error of the graph, with a stable code. */
export function errorAnswer(
  status: number,
  error: { readonly code: string; readonly message: string; readonly traceId: string },
): Answer {
  const { code, message, traceId } = error;
  return {
    status,
    body: JSON.stringify({ errors: [{ message, extensions: { code, traceId } }] }),
  };
}

export function send(response: ServerResponse, { status, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}
