import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** A subgraph's committed SDL, by the name that its tokens and addresses go by. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/**
 * The supergraph of these subgraphs, the same text for the same subgraphs in any order. Addresses are
 * placeholders: where a subgraph lives is configuration (`SUBGRAPH_URLS`). Throws one error that
 * names every problem with its code and its subgraphs.
 */
export function composeSubgraphs(subgraphs: readonly SubgraphSdl[]): string {
  const sorted = [...subgraphs].sort((left, right) => (left.name < right.name ? -1 : 1));
  const { errors, supergraphSdl } = composeServices(
    sorted.map(({ name, sdl }) => ({
      name,
      url: `http://${name}.invalid/`,
      typeDefs: parse(sdl, { noLocation: true }),
    })),
  );
  if (errors === undefined) return `${supergraphSdl.trimEnd()}\n`;
  const lines = errors.map(({ message, extensions }) => {
    const code = extensions['code'];
    return `- ${typeof code === 'string' ? code : 'ERROR'}: ${message}`;
  });
  throw new Error(`The subgraphs do not compose:\n${lines.join('\n')}`);
}
