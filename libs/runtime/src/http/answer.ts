import type { ServerResponse } from 'node:http';

/** Answers text, once: an answer that has begun, or whose client is gone, is left alone. */
export function answer(
  response: ServerResponse,
  status: number,
  content: { readonly text: string; readonly type: string },
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': content.type,
    'content-length': Buffer.byteLength(content.text),
    'cache-control': 'no-store',
  });
  response.end(content.text);
}

/** A refusal from before GraphQL in the form of a GraphQL error, so that clients read one form only. */
export function answerError(
  response: ServerResponse,
  status: number,
  error: {
    readonly message: string;
    readonly code: string;
    readonly traceId: string;
    readonly limit?: number;
  },
): void {
  const { message, ...extensions } = error;
  const text = JSON.stringify({ errors: [{ message, extensions }] });
  answer(response, status, { text, type: 'application/json; charset=utf-8' });
}
