import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

export interface ExplorerPage {
  readonly etag: string;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Everything comes with the page and from nowhere else: the browser is told to hold us to that. */
export const EXPLORER_POLICY = [
  "default-src 'self' data: blob:",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' data: blob:",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The GraphQL explorer with example queries in its tabs, compressed: 9 MB of text, so it is made once,
 * at the first visit. Whoever has it is told by its etag.
 */
export function createExplorerPage(examples: readonly string[]): () => Promise<ExplorerPage> {
  let page: Promise<ExplorerPage> | undefined;
  return () => (page ??= render(examples));
}

async function render(examples: readonly string[]): Promise<ExplorerPage> {
  const html = renderGraphiQL({
    title: 'One Window 一窗',
    endpoint: '/graphql',
    defaultTabs: examples.map((query) => ({ query })),
    ...(examples[0] !== undefined && { defaultQuery: examples[0] }),
    schemaDescription: true,
  });
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(html),
  ]);
  return { etag: `"${createHash('sha256').update(html).digest('base64url')}"`, br, gzip: zipped };
}
