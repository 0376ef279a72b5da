import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { PageFiles } from './page-files.ts';

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
 * The GraphQL explorer with operations for each kind of people, compressed: 9 MB of text, so it is made once,
 * at the first visit. Whoever has it is told by its etag. `hasPersonas`: one may choose who to be.
 */
export function createExplorerPage(
  files: PageFiles,
  hasPersonas: boolean,
): () => Promise<ExplorerPage> {
  let page: Promise<ExplorerPage> | undefined;
  return () => (page ??= render(files, hasPersonas));
}

const DRAW = 'YogaGraphiQL.renderYogaGraphiQL(';

async function render(
  { audiences, script, style }: PageFiles,
  hasPersonas: boolean,
): Promise<ExplorerPage> {
  const graphiql = renderGraphiQL({
    title: 'One Window 一窗',
    endpoint: '/graphql',
    schemaDescription: true,
  });
  // The last mention is the call; the library's own text has the name too.
  const at = graphiql.lastIndexOf(DRAW);
  if (at < 0) throw new Error('GraphiQL is not drawn as it used to be.');
  const settings = JSON.stringify({ audiences, hasPersonas }).replaceAll('<', '\\u003c');
  const [before, after] = [graphiql.slice(0, at), graphiql.slice(at)];
  const html =
    before.replace('</head>', () => `<style>${style}</style></head>`) +
    `window.oneWindow = ${settings};\n{\n${script}\n}\n` +
    after.replace(/,\s*(\{.*\}),\s*\);/, ', window.oneWindow.options($1));');
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(html),
  ]);
  return { etag: `"${createHash('sha256').update(html).digest('base64url')}"`, br, gzip: zipped };
}
