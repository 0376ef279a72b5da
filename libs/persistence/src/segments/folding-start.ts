import type { AggregateType, JournalEvent } from '../aggregate-type.ts';
import type { JournalDocument } from '../journal-document.ts';
import type { Coded } from '../journal-workings.ts';
import { stateFromStored } from '../texts/stored-state.ts';

/** Whether every entry is in hand: nothing was moved, or what was moved has been read. */
export const isWhole = ({ segments, journal }: JournalDocument): boolean =>
  segments === undefined || journal[0]?.seq === 1;

/**
 * The state on which the entries in hand follow: nothing, or what the document keeps of its segments.
 * Undefined when another version of the program kept that: then the segments must be read.
 */
export function foldingStart<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  document: JournalDocument,
): State | undefined {
  if (isWhole(document)) return type.decider.initial;
  const { _id, segments } = document;
  return segments?.stateVersion === type.stateVersion
    ? (stateFromStored(type, _id, segments.state) as State)
    : undefined;
}
