import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'complete'; readonly body: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/** Reads up to `limit` bytes. By its length alone when the client says it, else as the bytes come. */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    return Promise.resolve({ kind: 'too-large' });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.pause();
        resolve({ kind: 'too-large' });
      } else {
        chunks.push(chunk);
      }
    });
    request.once('end', () => {
      resolve({ kind: 'complete', body: Buffer.concat(chunks, size) });
    });
    const aborted = () => {
      resolve({ kind: 'aborted' });
    };
    request.once('error', aborted);
    request.once('close', aborted);
  });
}
