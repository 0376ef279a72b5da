import { instant } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import { eventOf } from './fold-journal.ts';
import type { HistoryEntry } from './journal.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { inOneBatch } from './read-aggregates.ts';
import { wholeJournals } from './segments/read-segments.ts';
import { isErasure } from './texts/erasure.ts';

/** In the order of the ids, empty where there is none. One command, one more where some entries lie in segments. */
export async function readHistories<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  { type, model, database }: JournalWorkings<State, Command, Event, Rejection>,
  ids: readonly string[],
): Promise<readonly (readonly HistoryEntry<Event>[])[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const found = await model
    .find(
      { _id: { $in: wanted } },
      { journal: 1, 'segments.last': 1, 'segments.hash': 1, erasing: 1 },
    )
    .batchSize(inOneBatch(wanted.length))
    .lean<Pick<JournalDocument, '_id' | 'journal' | 'segments' | 'erasing'>[]>()
    .exec();
  const journals = await wholeJournals(database, type.kind, found);
  const byId = new Map<string, readonly HistoryEntry<Event>[]>(
    found.map(({ _id }, index) => [
      _id,
      (journals[index] ?? [])
        .filter((entry) => !isErasure(entry))
        .map((entry) => ({
          seq: entry.seq,
          id: entry.id,
          type: entry.type,
          at: instant(entry.at),
          effectiveAt: instant(entry.effectiveAt),
          actor: entry.actor,
          event: eventOf<Event>(type, entry),
        })),
    ]),
  );
  return ids.map((id) => byId.get(id) ?? []);
}
