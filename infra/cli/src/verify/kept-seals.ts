import type { VerifyOptions } from '@onewindow/persistence';
import { createGraphClient, type GraphClientOptions } from '../send/graph-client.ts';

type Published = NonNullable<VerifyOptions['publishedSeals']>;

export const KEPT_SEALS = `query KeptSeals($service: String!, $after: String) {
  journalSeals(service: $service, first: 100, after: $after) {
    edges { node { number seal { head } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly edges: readonly {
    readonly node: { readonly number: number; readonly seal: { readonly head: string } };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * The seals that disclosure has kept of each of these services, as everybody can ask the graph at this address for them: of
 * each number the one that was told first. Throws where the graph does not answer: seals that could not be read
 * must not pass for none.
 */
export async function keptSeals(
  options: Pick<GraphClientOptions, 'url' | 'waitsMs'>,
  services: readonly string[],
): Promise<Published> {
  const graph = createGraphClient(options);
  const seals: Record<string, { readonly number: number; readonly head: string }[]> = {};
  for (const service of services) {
    const own: { readonly number: number; readonly head: string }[] = [];
    for (let after: string | null = null; ;) {
      const told = await graph.send(KEPT_SEALS, { service, after });
      if (told.kind !== 'ANSWERED')
        throw new Error(`${options.url}: no seals, ${told.message} 未取得封存记录。`);
      const { edges, pageInfo } = told.data['journalSeals'] as Page;
      own.push(...edges.map(({ node }) => ({ number: node.number, head: node.seal.head })));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage || after === null) break;
    }
    // Of a service without any nothing is said: that it has seals of its own is no fault then.
    if (own.length > 0) seals[service] = own;
  }
  return seals;
}
