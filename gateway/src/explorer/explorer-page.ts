import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { compressPage, type CompressedPage } from '../http/compressed-page.ts';
import type { PageFiles } from './page-files.ts';

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
): () => Promise<CompressedPage> {
  let page: Promise<CompressedPage> | undefined;
  return () => (page ??= render(files, hasPersonas));
}

/** Or a telephone draws the page for a desk and shows it small. */
const AS_WIDE_AS_THE_SCREEN =
  '<meta name="viewport" content="width=device-width, initial-scale=1">';
const DRAW = 'YogaGraphiQL.renderYogaGraphiQL(';

async function render(
  { audiences, script, style }: PageFiles,
  hasPersonas: boolean,
): Promise<CompressedPage> {
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
    before.replace('</head>', () => `${AS_WIDE_AS_THE_SCREEN}<style>${style}</style></head>`) +
    `window.oneWindow = ${settings};\n{\n${script}\n}\n` +
    after.replace(/,\s*(\{.*\}),\s*\);/, ', window.oneWindow.options($1));');
  return compressPage(html);
}
