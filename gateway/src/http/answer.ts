import type { ServerResponse } from 'node:http';

export function answerText(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent || response.destroyed) return;
  if (!response.hasHeader('content-type')) {
    response.setHeader('content-type', 'application/json; charset=utf-8');
  }
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.writeHead(status).end(text);
}

/** A refusal from before GraphQL, in the form of a GraphQL error. */
export function answerError(
  response: ServerResponse,
  status: number,
  error: {
    readonly code: string;
    readonly message: string;
    readonly traceId: string;
    readonly limit?: number | undefined;
    readonly found?: number | undefined;
  },
): void {
  const { message, ...extensions } = error;
  answerText(response, status, JSON.stringify({ errors: [{ message, extensions }] }));
}
