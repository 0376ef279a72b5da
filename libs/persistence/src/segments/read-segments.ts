import type { JournalEvent } from '../aggregate-type.ts';
import type { Database } from '../database.ts';
import { chainRoot } from '../entry-chain.ts';
import { foldJournal } from '../fold-journal.ts';
import { inTime } from '../in-time.ts';
import type { JournalDocument, StoredEntry } from '../journal-document.ts';
import type { Coded, JournalWorkings } from '../journal-workings.ts';
import { erased } from '../texts/erasure.ts';
import { storedState } from '../texts/stored-state.ts';
import { foldingStart, isWhole } from './folding-start.ts';
import { journalSegments, type StoredSegment } from './stored-segment.ts';

type Head = Pick<JournalDocument, '_id' | 'segments' | 'erasing' | 'journal'>;

/** The segments that a document speaks of, oldest first. One that was written and not yet counted is not among them. */
export async function segmentsOf(
  database: Pick<Database, 'collection'>,
  kind: string,
  { _id, segments }: Pick<Head, '_id' | 'segments'>,
): Promise<readonly StoredSegment[]> {
  if (segments === undefined) return [];
  return journalSegments(database)
    .find({ of: chainRoot(kind, _id), first: { $lte: segments.last } }, inTime())
    .sort({ of: 1, first: 1 })
    .toArray();
}

/** Every entry of each journal, oldest first, in the order given. One command, and none where nothing was moved. */
export async function wholeJournals(
  database: Pick<Database, 'collection'>,
  kind: string,
  documents: readonly Head[],
): Promise<readonly (readonly StoredEntry[])[]> {
  const moved = documents.filter((one) => !isWhole(one as JournalDocument));
  if (moved.length === 0) return documents.map(({ journal }) => journal);
  const found = await journalSegments(database)
    .find({ of: { $in: moved.map(({ _id }) => chainRoot(kind, _id)) } }, inTime())
    .sort({ of: 1, first: 1 })
    .toArray();
  const byRoot = new Map<string, StoredSegment[]>();
  for (const one of found) byRoot.set(one.of, [...(byRoot.get(one.of) ?? []), one]);
  return documents.map((document) => {
    if (isWhole(document as JournalDocument)) return document.journal;
    const root = chainRoot(kind, document._id);
    return joined(root, document, byRoot.get(root) ?? []);
  });
}

/** Throws where a segment is missing: a state folded without it would be another one. */
function joined(
  root: string,
  { segments, erasing = [], journal }: Head,
  found: readonly StoredSegment[],
): readonly StoredEntry[] {
  const last = segments?.last ?? 0;
  const older = found.filter((one) => one.last <= last).flatMap(({ entries }) => entries);
  if (older.length !== last || older.at(-1)?.hash !== segments?.hash) {
    throw new Error(`Segments of ${root} are missing.`);
  }
  // Who erased them died before he came to the segments.
  return [...erased(older, erasing), ...journal];
}

/**
 * The document with every entry in hand, where it can't be folded without; else as it is. What it keeps of its
 * segments is then of this program's shape, and is stored with the next write.
 */
export async function foldable<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
): Promise<JournalDocument> {
  return foldingStart(workings.type, document) === undefined ? whole(workings, document) : document;
}

/** The document with every entry in hand. One more command where some were moved. */
export async function whole<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type, database }: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
): Promise<JournalDocument> {
  const { segments } = document;
  if (segments === undefined || isWhole(document)) return document;
  const [journal = []] = await wholeJournals(database, type.kind, [document]);
  const state = storedState(type, document._id, foldJournal(type, journal.slice(0, segments.last)));
  const { stateVersion } = type;
  return { ...document, journal, segments: { ...segments, state, stateVersion } };
}
