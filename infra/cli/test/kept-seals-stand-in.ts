import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  readonly variables: { readonly service: string; readonly after: string | null };
}

/** The graph's `journalSeals` as the command line sees it, over real HTTP: by service the heads of its seals, newest first. */
export async function startKeptSeals(kept: Readonly<Record<string, readonly string[]>>, page = 2) {
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      authorizations.push(request.headers.authorization);
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
      const heads = kept[variables.service] ?? [];
      const from = Number(variables.after ?? 0);
      const edges = heads
        .map((head, index) => ({ node: { number: heads.length - index, seal: { head } } }))
        .slice(from, from + page);
      const end = from + edges.length;
      const pageInfo = {
        hasNextPage: end < heads.length,
        endCursor: edges.length > 0 ? String(end) : null,
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { journalSeals: { edges, pageInfo } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port.toString()}/graphql`,
    authorizations,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
