import type { JournalEvent } from '../aggregate-type.ts';
import { chainRoot } from '../entry-chain.ts';
import type { JournalDocument } from '../journal-document.ts';
import type { Coded, JournalWorkings } from '../journal-workings.ts';
import { journalSegments } from '../segments/stored-segment.ts';
import type { Erasing } from './text-place.ts';

/**
 * Erases texts that lie in segments, then takes the note of them out of the document. Each step may be done again,
 * by whoever finds the note: the one that erased them, or the sweep when that one died.
 */
export async function eraseInSegments<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  { type, model, database }: JournalWorkings<State, Command, Event, Rejection>,
  { _id }: Pick<JournalDocument, '_id'>,
  erasing: readonly Erasing[],
): Promise<void> {
  if (erasing.length === 0) return;
  const segments = journalSegments(database);
  const of = chainRoot(type.kind, _id);
  for (const { seq, path } of erasing) {
    const segment = await segments.findOne(
      { of, first: { $lte: seq }, last: { $gte: seq } },
      { projection: { first: 1 } },
    );
    if (segment === null) continue;
    const texts = `entries.${String(seq - segment.first)}.texts`;
    await segments.updateOne({ _id: segment._id }, { $pull: { [texts]: { path } } });
  }
  const by = [...new Set(erasing.map((one) => one.by))];
  await model.collection.updateOne({ _id: _id as never }, {
    $pull: { erasing: { by: { $in: by } } },
  } as object);
}
