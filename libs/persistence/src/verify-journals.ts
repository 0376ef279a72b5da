import { kindOfCollection } from './kind-of-collection.ts';
import type { JournalDocument } from './journal-document.ts';
import { verifyJournal } from './verify-journal.ts';
import { idBatches } from './id-batches.ts';
import { segmentsOf } from './segments/read-segments.ts';
import type { StoredSegment } from './segments/stored-segment.ts';
import {
  beginningOf,
  type AskedCollection,
  type Discrepancy,
  type VerifyStep,
} from './verify-step.ts';

/** Walks the chain of every journal of a collection, a batch a step. */
export async function* verifyJournals(asked: AskedCollection): AsyncIterable<VerifyStep> {
  const { program, collection, db, options } = asked;
  const beginning = beginningOf(asked);
  if (beginning === undefined) return;
  const kind = kindOfCollection(collection);
  const projection = { version: 1, published: 1, journal: 1, segments: 1 } as const;
  const batches = idBatches<Looked>(db.collection(collection), {
    ...beginning,
    ...options,
    projection,
  });
  for await (const { rows, after } of batches) {
    const found: Discrepancy[] = [];
    for (const row of rows) {
      const segments = await segmentsOf({ collection: (name) => db.collection(name) }, kind, row);
      for (const what of faultsOf(kind, row, segments)) {
        found.push({ level: 'broken', ...{ program, collection, id: row._id, what } });
      }
    }
    yield {
      program,
      collection,
      ...(after !== undefined && { after }),
      looked: rows.length,
      found,
    };
  }
}

type Looked = Pick<JournalDocument, '_id' | 'version' | 'published' | 'journal' | 'segments'>;

function faultsOf(
  kind: string,
  document: Looked,
  segments: readonly StoredSegment[],
): readonly string[] {
  const verified = verifyJournal(kind, document, segments);
  if (verified.ok) {
    return document.published > document.version
      ? [
          `says that entry ${String(document.published)} is published and has ${String(document.version)}`,
        ]
      : [];
  }
  const { seq, reason } = verified;
  return [
    reason === 'hash'
      ? `entry ${String(seq)} is not what was written, or follows another`
      : `entry ${String(seq)} is missing or out of order`,
  ];
}
