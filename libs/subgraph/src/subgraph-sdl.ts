import { parse, print, type DocumentNode } from 'graphql';
import { baseSdl } from './base-sdl.ts';
import { mergeDefinitions } from './merge-definitions.ts';

/** A subgraph's whole schema: the base of every subgraph, then its own modules. */
export function subgraphDocument(own: DocumentNode | readonly DocumentNode[]): DocumentNode {
  const base = parse(baseSdl, { noLocation: true });
  return mergeDefinitions([base, ...('kind' in own ? [own] : own)]);
}

/** The text of the committed `subgraph.graphql`: what composition and reviewers read. The same for the same modules. */
export function subgraphSdl(own: DocumentNode | string): string {
  const document = typeof own === 'string' ? parse(own, { noLocation: true }) : own;
  return `${print(subgraphDocument(document))}\n`;
}
