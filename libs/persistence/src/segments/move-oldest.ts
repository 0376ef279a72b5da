import type { JournalEvent } from '../aggregate-type.ts';
import { isDuplicateKey } from '../duplicate-key.ts';
import { chainRoot } from '../entry-chain.ts';
import { foldEntries } from '../fold-journal.ts';
import type { JournalDocument, StoredEntry } from '../journal-document.ts';
import type { Coded, JournalWorkings } from '../journal-workings.ts';
import { loadDocument } from '../load-document.ts';
import { eraseInSegments } from '../texts/erase-in-segments.ts';
import { storedState } from '../texts/stored-state.ts';
import { foldingStart } from './folding-start.ts';
import { SEGMENT_SIZES, type SegmentSizes } from './segment-sizes.ts';
import { journalSegments, toSegment, type StoredSegment } from './stored-segment.ts';

/**
 * Moves the oldest entries of an aggregate to segments, until its document is short. Each segment is written first
 * and then the document trimmed by one conditional update; who dies between leaves a segment that the next one
 * finds by its key and goes on with. Commands may write meanwhile: they append, this takes away in front, and
 * neither looks at what the other changes. Throws where a segment is there that holds other entries.
 */
export async function moveOldest<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(workings: JournalWorkings<State, Command, Event, Rejection>, id: string): Promise<number> {
  let moved = 0;
  for (;;) {
    const document = await loadDocument(workings, id);
    if (document === null) return moved;
    await eraseInSegments(workings, document, document.erasing ?? []);
    const entries = entriesToMove(document, workings.segments ?? SEGMENT_SIZES);
    if (entries.length === 0) {
      await unmark(workings, document);
      return moved;
    }
    const root = chainRoot(workings.type.kind, id);
    const { segments: head, erasures = 0 } = document;
    const of = { root, previous: head?.hash ?? root, erasures };
    const segment = await store(workings, toSegment(of, entries));
    await workings.failPoints?.('after-segment');
    // Another one that moves the same is ahead of this one.
    if (!(await trim(workings, document, segment))) return moved;
    moved += segment.entries.length;
    await workings.failPoints?.('after-trim');
  }
}

/** What is not published yet waits in the document, where it is made into events without a segment, but not for ever. */
export function entriesToMove(
  { journal, segments, published }: Pick<JournalDocument, 'journal' | 'segments' | 'published'>,
  { from, keep }: SegmentSizes,
): readonly StoredEntry[] {
  const here = journal.filter(({ seq }) => seq > (segments?.last ?? 0));
  if (here.length < from) return [];
  const most = here.slice(0, Math.min(here.length - keep, from - keep));
  if (here.length >= 2 * from) return most;
  return most.filter(({ seq }) => seq <= published);
}

async function store<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { database, failPoints }: JournalWorkings<State, Command, Event, Rejection>,
  segment: StoredSegment,
): Promise<StoredSegment> {
  const segments = journalSegments(database);
  await failPoints?.('before-segment');
  try {
    await segments.insertOne(segment);
    return segment;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const there = await segments.findOne({ _id: segment._id });
  // Who wrote it may have moved fewer entries or more: of two chains with one beginning one holds the other's.
  const common = Math.min(there?.entries.length ?? 0, segment.entries.length) - 1;
  if (there?.entries[common]?.hash !== segment.entries[common]?.hash || there === null) {
    throw new Error(`The segment ${segment._id} holds other entries than its journal.`);
  }
  if (there.erasures >= segment.erasures) return there;
  // It was written before texts were erased, and its document can't be trimmed for it any more.
  const older = { _id: segment._id, erasures: { $lt: segment.erasures } };
  await segments.replaceOne(older, segment);
  return segment;
}

async function trim<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type, database }: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  { last, hash }: StoredSegment,
): Promise<boolean> {
  const before = document.segments?.last;
  const start = foldingStart(type, document);
  if (start === undefined) throw new Error(`${document._id} was loaded without its segments.`);
  const between = document.journal.filter((entry) => entry.seq <= last);
  // The segment may reach behind what was loaded here.
  if (between.at(-1)?.hash !== hash) return false;
  const state = storedState(type, document._id, foldEntries(type, start, between));
  const result = await database
    .collection<{ readonly _id: string; readonly journal: readonly StoredEntry[] }>(type.collection)
    .updateOne(
      {
        _id: document._id,
        // What was erased meanwhile must not come back.
        erasures: document.erasures ?? { $exists: false },
        ...(before === undefined ? { segments: { $exists: false } } : { 'segments.last': before }),
      },
      {
        $set: { segments: { last, hash, state, stateVersion: type.stateVersion } },
        $pull: { journal: { seq: { $lte: last } } },
      },
    );
  return result.matchedCount === 1;
}

/** Only as it was loaded: a write that came between may have made it long again. */
async function unmark<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { model, segments = SEGMENT_SIZES }: JournalWorkings<State, Command, Event, Rejection>,
  { _id, version, journal, longSince, segments: head }: JournalDocument,
): Promise<void> {
  const isLong = journal.filter(({ seq }) => seq > (head?.last ?? 0)).length >= segments.from;
  if (longSince === undefined || isLong) return;
  await model.updateOne({ _id, version }, { $unset: { longSince: 1 } });
}
