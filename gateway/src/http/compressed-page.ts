import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Exchange } from '@onewindow/runtime';
import { answerError } from './answer.ts';

/** A large text, made once and compressed once. */
export interface CompressedPage {
  readonly etag: string;
  readonly br: Buffer;
  readonly gzip: Buffer;
  /** For who takes neither; without it everybody is taken to take gzip, as browsers do. */
  readonly plain?: Buffer;
}

export async function compressPage(text: string): Promise<CompressedPage> {
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(text),
  ]);
  return { etag: `"${createHash('sha256').update(text).digest('base64url')}"`, br, gzip: zipped };
}

/**
 * Answers GET and HEAD with a page: 304 for who has it, else as the caller takes it, smallest first. Other methods are
 * refused.
 */
export async function answerPage(
  { request, response, traceId }: Exchange,
  { page, type }: { readonly page: () => Promise<CompressedPage>; readonly type: string },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const message = 'This page is to be read.';
    answerError(response, 405, { code: 'BAD_REQUEST', message, traceId });
    return;
  }
  const found = await page();
  const { etag } = found;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'no-cache');
  response.appendHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const { encoding, body } = encodedFor(
    request.headers['accept-encoding']?.toString() ?? '',
    found,
  );
  if (encoding !== undefined) response.setHeader('content-encoding', encoding);
  response.writeHead(200, { 'content-type': type, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function encodedFor(accepted: string, { br, gzip: zipped, plain }: CompressedPage) {
  if (/\bbr\b/.test(accepted)) return { encoding: 'br', body: br };
  return plain === undefined || /\bgzip\b/.test(accepted)
    ? { encoding: 'gzip', body: zipped }
    : { encoding: undefined, body: plain };
}
