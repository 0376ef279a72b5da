import type { JournalEvent } from './aggregate-type.ts';
import type { RefusedWrite } from './duplicate-key.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';

/** A write of a journal, for finding out which fact it would have broken. */
export function refusedWrite<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type, database }: JournalWorkings<State, Command, Event, Rejection>,
  document: object & { readonly _id: string },
): RefusedWrite {
  const collection = database.collection<{ _id: string }>(type.collection);
  return { indexes: type.indexes, collection, document: { ...document } };
}
