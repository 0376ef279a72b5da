import type { JournalEvent } from './aggregate-type.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { foldable } from './segments/read-segments.ts';

/**
 * An aggregate with its journal as plain data, or null. Never a hydrated document: each attempt loads afresh. Its
 * segments are read only where it can't be folded without.
 */
export async function loadDocument<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  id: string,
): Promise<JournalDocument | null> {
  const document = await workings.model.findOne({ _id: id }).lean<JournalDocument | null>().exec();
  return document && foldable(workings, document);
}
