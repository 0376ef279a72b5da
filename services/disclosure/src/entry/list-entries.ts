import type { Instant } from '@onewindow/kernel';
import type { ListQuery } from '@onewindow/service';
import { CURRENT, type EntryStatus } from './domain/disclosure-entry.ts';
import { wantedTerms, type Facets } from './domain/search-terms.ts';

export interface PublicList {
  readonly facets: Facets;
  readonly search: string;
  readonly includeReplaced: boolean;
  readonly order: 'newest' | 'oldest';
  readonly publishedFrom?: Instant;
  readonly publishedBefore?: Instant;
}

export const publicStatuses = (includeReplaced: boolean): readonly EntryStatus[] =>
  includeReplaced ? [...CURRENT, 'REPLACED'] : CURRENT;

/** What the public had read and was taken back, newest first; of one department, or of all. */
export const tombstones = (department: string | null): ListQuery =>
  department === null
    ? { query: 'tombstones', equality: { 'state.tombstone': true } }
    : { query: 'tombstonesOf', equality: { 'state.tombstone': true, department } };

/** What the public reads, whoever asks. */
export function publicRequest(list: PublicList): ListQuery {
  const { facets, search, includeReplaced, order, publishedFrom, publishedBefore } = list;
  const every = wantedTerms(facets, search);
  return {
    ...(every.length === 0 ? { query: order } : { query: `${order}:found`, every }),
    equality: { 'state.status': publicStatuses(includeReplaced) },
    range: {
      'state.publishedAt': {
        ...(publishedFrom !== undefined && { from: publishedFrom }),
        ...(publishedBefore !== undefined && { before: publishedBefore }),
      },
    },
  };
}

/** The public entries of each of these items. */
export const ofItems = (
  { includeReplaced }: { readonly includeReplaced: boolean },
  items: readonly string[],
) => ({
  query: 'ofItem',
  equality: { 'state.status': publicStatuses(includeReplaced) },
  each: { field: 'state.content.item', values: items },
});

/** The public entry of each of these cases. */
export const ofCases = (cases: readonly string[]) => ({
  query: 'ofCase',
  equality: { 'state.status': publicStatuses(false) },
  each: { field: 'state.origin.caseId', values: cases },
});
