import type { Database } from '../database.ts';
import type { StoredEntry } from '../journal-document.ts';
import type { CollectionIndexes } from '../plan-indexes.ts';

/** A run of an aggregate's oldest entries, moved out of its document. Never changed after its document was trimmed. */
export interface StoredSegment {
  /** `of` and `first`: of two that move the same entries one is refused. */
  readonly _id: string;
  /** `<kind>:<id>`, as the chain of hashes begins. */
  readonly of: string;
  /** The seq of its first and of its last entry. */
  readonly first: number;
  readonly last: number;
  /** The hash on which its first entry stands. */
  readonly previous: string;
  /** The hash of its last entry. */
  readonly hash: string;
  /** How often texts had been erased when it was written. */
  readonly erasures: number;
  readonly entries: readonly StoredEntry[];
}

const COLLECTION = 'journalSegments';

export const segmentIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [
    { fields: { of: 1, first: 1 }, unique: true, fact: 'segment' },
    { fields: { of: 1, 'entries.commandId': 1 } },
  ],
};

export const journalSegments = (database: Pick<Database, 'collection'>) =>
  database.collection<StoredSegment>(COLLECTION);

/** The segment of these entries; `previous` is the hash before the first one. */
export function toSegment(
  of: { readonly root: string; readonly previous: string; readonly erasures: number },
  entries: readonly StoredEntry[],
): StoredSegment {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) throw new Error('A segment has an entry.');
  const { root, previous, erasures } = of;
  const head = { of: root, first: first.seq, last: last.seq, previous, hash: last.hash };
  return { _id: `${root}:${String(first.seq)}`, ...head, erasures, entries };
}
