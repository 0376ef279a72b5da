import type { JsonObject } from '@onewindow/kernel';
import type { AggregateType, JournalEvent } from './aggregate-type.ts';
import type { JournalDocument, JournalHead, StoredEntry } from './journal-document.ts';
import type { Coded } from './journal-workings.ts';
import { foldingStart } from './segments/folding-start.ts';
import { withTexts } from './texts/entry-texts.ts';
import { isErasure } from './texts/erasure.ts';
import { stateFromStored } from './texts/stored-state.ts';

/** The event of an entry with its texts, upcast to the newest schema version. The entry itself is never rewritten. */
export function eventOf<Event extends JournalEvent>(
  type: Pick<AggregateType<never, never, Event, Coded>, 'upcast' | 'kind' | 'texts'>,
  entry: Pick<StoredEntry, 'id' | 'type' | 'v' | 'data' | 'texts'>,
): Event {
  const stored = withTexts(type, entry);
  const data: JsonObject = type.upcast?.(entry.type, entry.v, stored) ?? stored;
  return { ...data, type: entry.type } as unknown as Event;
}

/** The state that a journal amounts to. */
export const foldJournal = <State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  journal: readonly StoredEntry[],
): State => foldEntries(type, type.decider.initial, journal);

/** The state after these entries, which follow on `start`. */
export function foldEntries<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  start: State,
  entries: readonly StoredEntry[],
): State {
  return entries.reduce(
    (state, entry) => (isErasure(entry) ? state : type.decider.evolve(state, eventOf(type, entry))),
    start,
  );
}

/** The stored state, when it is of this program's shape; else the document must be folded again. */
export const isOfThisShape = (
  type: { readonly stateVersion: number },
  document: Pick<JournalHead, 'stateVersion'>,
): boolean => document.stateVersion === type.stateVersion;

/**
 * The state of a document with its journal: as stored, or folded again when another version of the program stored
 * it. Throws where that needs segments which were not read (`foldable`).
 */
export function stateOf<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  document: JournalDocument,
): State {
  if (isOfThisShape(type, document)) {
    return stateFromStored(type, document._id, document.state) as State;
  }
  const start = foldingStart(type, document);
  if (start === undefined) throw new Error(`${document._id} was loaded without its segments.`);
  return foldEntries(type, start, document.journal);
}
