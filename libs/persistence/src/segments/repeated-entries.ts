import type { JournalEvent } from '../aggregate-type.ts';
import { chainRoot } from '../entry-chain.ts';
import { findRepetition } from '../find-repetition.ts';
import type { CommandMeta } from '../journal.ts';
import type { JournalDocument, StoredEntry } from '../journal-document.ts';
import type { Coded, JournalWorkings } from '../journal-workings.ts';
import { isWhole } from './folding-start.ts';
import { journalSegments } from './stored-segment.ts';

/**
 * Whether this command is in the journal already, also where its entry was moved. One command more, only of an
 * aggregate that has segments and only for a command with an id that its document does not know.
 */
export async function findRepetitionAnywhere<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  { type, database, hmacKey }: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  meta: CommandMeta,
): Promise<ReturnType<typeof findRepetition>> {
  const found = findRepetition(hmacKey, document.journal, meta);
  const { commandId } = meta;
  if (found !== 'none' || commandId === undefined || isWhole(document)) return found;
  const segments = await journalSegments(database)
    .find({ of: chainRoot(type.kind, document._id), 'entries.commandId': commandId })
    .toArray();
  return findRepetition(
    hmacKey,
    segments.flatMap(({ entries }) => entries),
    meta,
  );
}

/** The entries of the command that made an aggregate: the first one. */
export async function firstEntries<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  { type, database }: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
): Promise<readonly StoredEntry[]> {
  if (isWhole(document)) return document.journal.slice(0, 1);
  const segment = await journalSegments(database).findOne({
    of: chainRoot(type.kind, document._id),
    first: 1,
  });
  return segment?.entries.slice(0, 1) ?? [];
}
