import type { JournalEvent } from './aggregate-type.ts';
import { announce } from './announce.ts';
import { commitEntries } from './commit-entries.ts';
import { derivedFields } from './document-fields.ts';
import { brokenFact } from './duplicate-key.ts';
import type { HandleRequest, Loaded } from './journal.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { makeEntries } from './make-entries.ts';
import { prepareNext } from './prepare-write.ts';
import { refusedWrite } from './refused-write.ts';

/** The write of what happened, announced to the outbox. Nothing happened: nothing is written. */
export async function writeEntries<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  document: JournalDocument,
  happened: Parameters<typeof makeEntries<State, Command, Event, Rejection>>[2] & {
    readonly personal?: HandleRequest<State, Command>['personal'];
  },
): Promise<
  | { readonly end: 'written'; readonly aggregate: Loaded<State> }
  | { readonly end: 'lost' }
  | { readonly end: 'collided'; readonly fact: string }
> {
  const { personal } = happened;
  const entries = makeEntries(workings, document, happened);
  const prepared = prepareNext(workings, document, entries);
  const kept = personal === undefined ? document.personal : (personal ?? undefined);
  const aggregate: Loaded<State> = {
    id: document._id,
    version: prepared.version,
    state: prepared.state,
    ...(kept && { personal: kept }),
  };
  if (entries.length === 0) {
    if (personal === undefined) return { end: 'written', aggregate };
    throw new Error(`Personal data of a ${workings.type.kind} changes only with an entry.`);
  }
  await workings.failPoints?.('before-write');
  try {
    const what = { prepared, ...(personal !== undefined && { personal }) };
    if (!(await commitEntries(workings, document, what))) return { end: 'lost' };
  } catch (error) {
    const { present } = derivedFields(workings, document._id, prepared);
    const left = { ...present, _id: document._id, ...(kept && { personal: kept }) };
    const fact = await brokenFact(error, refusedWrite(workings, left));
    if (fact === undefined) throw error;
    return { end: 'collided', fact };
  }
  await workings.failPoints?.('after-write');
  announce(workings, document._id, prepared);
  return { end: 'written', aggregate };
}
