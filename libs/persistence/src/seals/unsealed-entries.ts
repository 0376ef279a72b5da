import type { Database } from '../database.ts';
import type { JournalDocument, StoredEntry } from '../journal-document.ts';
import type { Maintained } from '../maintenance.ts';
import { wholeJournals } from '../segments/read-segments.ts';
import type { Covered } from './journal-seal.ts';
import { leafOf } from './seal-hashes.ts';

/** What one seal is made of. `covers` may name a journal that has nothing left to seal, so that its mark goes. */
export interface Unsealed {
  readonly leaves: readonly string[];
  readonly covers: readonly Covered[];
}

type Marked = Pick<
  JournalDocument,
  '_id' | 'version' | 'sealed' | 'segments' | 'unsealedSince' | 'journal'
>;

/** The entries that no seal covers, of journals marked at any time, the longest marked first; at most so many. */
export async function unsealedEntries(
  given: { readonly database: Pick<Database, 'collection'>; readonly service: string },
  journals: readonly Maintained[],
  most: number,
): Promise<Unsealed> {
  const leaves: string[] = [];
  const covers: Covered[] = [];
  for (const { kind, maintenance } of journals) {
    if (leaves.length >= most) break;
    const marked = maintenance.model
      .find(
        { unsealedSince: { $gt: new Date(0) } },
        {
          ...{ version: 1, sealed: 1, unsealedSince: 1, 'journal.seq': 1, 'journal.hash': 1 },
          ...{ 'segments.last': 1, 'segments.hash': 1 },
        },
      )
      .sort({ unsealedSince: 1 })
      .limit(most - leaves.length)
      .readConcern('majority')
      .lean<Marked[]>()
      .cursor({ batchSize: 500 }) as AsyncIterable<unknown> as AsyncIterable<Marked>;
    for await (const document of marked) {
      const room = most - leaves.length;
      if (room <= 0) break;
      const entries = (await unsealedOf(given.database, kind, document)).slice(0, room);
      const { _id: id, sealed = 0 } = document;
      covers.push({ kind, id, from: sealed + 1, to: entries.at(-1)?.seq ?? sealed });
      for (const { seq, hash } of entries) {
        leaves.push(leafOf({ service: given.service, kind, id, seq, hash }));
      }
    }
  }
  return { leaves, covers };
}

async function unsealedOf(
  database: Pick<Database, 'collection'>,
  kind: string,
  document: Marked,
): Promise<readonly Pick<StoredEntry, 'seq' | 'hash'>[]> {
  const { sealed = 0, segments, journal } = document;
  const isHere = sealed >= (segments?.last ?? 0);
  const [entries = []] = isHere ? [journal] : await wholeJournals(database, kind, [document]);
  return entries.filter(({ seq }) => seq > sealed);
}
