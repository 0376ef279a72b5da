import type { JournalEvent, Timer } from './aggregate-type.ts';
import { foldEntries, stateOf } from './fold-journal.ts';
import type { JournalDocument, StoredEntry } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { outgoingEvents, type SequencedEvent } from './outgoing-events.ts';
import { foldingStart } from './segments/folding-start.ts';

/** A write that nothing of ours can fail any more: its contract events are made, validated and measured. */
export interface Prepared<State> {
  readonly state: State;
  readonly version: number;
  readonly timers: readonly Timer[];
  readonly entries: readonly StoredEntry[];
  /** All that will be unpublished after the write, in order. */
  readonly events: readonly SequencedEvent[];
  /** Something older can't be published here (any more, or without a segment): nothing is, until the sweep can. */
  readonly isLeftToSweep?: true;
}

/** A new aggregate's first entries. */
export function prepareFirst<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type }: JournalWorkings<State, Command, Event, Rejection>,
  id: string,
  entries: readonly StoredEntry[],
): Prepared<State> {
  const start = { state: type.decider.initial, entries };
  const { state, events } = outgoingEvents(type, id, start);
  const timers = type.timers?.(state) ?? [];
  return { state, version: entries.at(-1)?.seq ?? 0, timers, entries, events };
}

/** An aggregate's next entries, with what earlier commands have left to publish: their process may be dead. */
export function prepareNext<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type, log }: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  entries: readonly StoredEntry[],
): Prepared<State> {
  const start = { state: stateOf(type, document), entries };
  const { state, events } = outgoingEvents(type, document._id, start);
  const prepared = {
    ...{ state, entries, events },
    version: entries.at(-1)?.seq ?? document.version,
    timers: type.timers?.(state) ?? [],
  };
  try {
    const earlier = unpublishedEvents(type, document);
    if (earlier === undefined) return { ...prepared, isLeftToSweep: true };
    return { ...prepared, events: [...earlier, ...events] };
  } catch (error) {
    // A contract that has become stricter than what was committed must not stop commands.
    log?.error({ err: error, id: document._id }, 'entry cannot be published');
    return { ...prepared, isLeftToSweep: true };
  }
}

/**
 * The contract events behind `published`, made again from the journal. Undefined where the first of them lies in a
 * segment: the sweep reads those.
 */
export function unpublishedEvents<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  type: JournalWorkings<State, Command, Event, Rejection>['type'],
  document: JournalDocument,
): readonly SequencedEvent[] | undefined {
  if (document.published >= document.version) return [];
  const start = foldingStart(type, document);
  const first = document.journal[0]?.seq ?? 1;
  if (start === undefined || document.published < first - 1) return undefined;
  const published = document.journal.filter((entry) => entry.seq <= document.published);
  return outgoingEvents(type, document._id, {
    state: foldEntries(type, start, published),
    entries: document.journal.slice(published.length),
  }).events;
}
