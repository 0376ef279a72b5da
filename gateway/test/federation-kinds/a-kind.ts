import type { LocalSubgraphs } from '../local-subgraphs.ts';

/** One thing that federation can do, over subgraphs so small that the right answers can be written down. */
export interface FederationKind {
  readonly kind: string;
  readonly subgraphs: LocalSubgraphs;
  readonly asked: readonly FederationCase[];
}

export interface FederationCase {
  readonly query: string;
  readonly data: unknown;
  /** Where errors are told; none without it. */
  readonly errorsAt?: readonly (readonly (string | number)[])[];
  /** The subgraphs that are asked, in order, each as often as it is. */
  readonly services?: readonly string[];
}

/** A subgraph that knows some rows of an entity by their `id`, and computes nothing. */
export const rowsOf = <Row extends { readonly id: string }>(
  type: string,
  rows: readonly Row[],
) => ({
  [type]: {
    __resolveReference: ({ id }: { readonly id: string }) =>
      rows.find((row) => row.id === id) ?? null,
  },
});
