import { instant, type Instant, type JsonObject } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import type { ElapsedEvent } from './elapse-timers.ts';
import { chained, chainRoot, entryHash, type UnchainedEntry } from './entry-chain.ts';
import { argsHash } from './find-repetition.ts';
import { newId } from './ids.ts';
import type { CommandMeta, EraseTextsRequest } from './journal.ts';
import type { StoredEntry } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { detachTexts, type Texts } from './texts/entry-texts.ts';
import { ERASURE } from './texts/erasure.ts';
import type { TextPlace } from './texts/text-place.ts';

/** The actor of what happens by itself. */
export const TIMER_ACTOR = 'system:timer';

/** The moment of a command: its clock's, but never before the journal's last entry. */
export function momentOf(meta: CommandMeta, journal: readonly StoredEntry[]): Instant {
  const last = journal.at(-1);
  const lastAt = last && instant(last.at);
  return lastAt !== undefined && lastAt > meta.at ? lastAt : meta.at;
}

/** The entries that follow on `document`: first what elapsed by itself, then what the command did. */
export function makeEntries<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  document: { readonly _id: string; readonly journal: readonly StoredEntry[] },
  happened: {
    readonly elapsed: readonly ElapsedEvent<Event>[];
    readonly events: readonly Event[];
    readonly meta: CommandMeta;
    readonly at: Instant;
  },
): StoredEntry[] {
  const { meta, at } = happened;
  const last = document.journal.at(-1);
  let seq = last?.seq ?? 0;
  const entry = (event: Event, effectiveAt: Instant): Omit<UnchainedEntry, 'actor'> => ({
    seq: ++seq,
    v: workings.type.entryVersion?.(event.type) ?? 1,
    type: event.type,
    at: new Date(at),
    effectiveAt: new Date(event.effectiveAt ?? effectiveAt),
    ...detachedOf(workings.type, event),
    ...(meta.traceparent !== undefined && { traceparent: meta.traceparent }),
  });
  const identity = meta.commandId !== undefined && {
    commandId: meta.commandId,
    argsHash: argsHash(workings.hmacKey, meta),
  };
  return chained(last?.hash ?? chainRoot(workings.type.kind, document._id), [
    ...happened.elapsed.map(({ event, effectiveAt }) => ({
      ...entry(event, effectiveAt),
      actor: TIMER_ACTOR,
    })),
    ...happened.events.map((event) => ({ ...entry(event, at), actor: meta.actor, ...identity })),
  ]);
}

/** The entry by which a journal notes that texts were erased; it follows on all that is there. */
export function makeErasure<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { type }: JournalWorkings<State, Command, Event, Rejection>,
  document: { readonly _id: string; readonly journal: readonly StoredEntry[] },
  {
    by,
    at,
    reason,
    legalBasis,
    decision,
    texts,
  }: Omit<EraseTextsRequest, 'admit'> & { readonly texts: readonly TextPlace[] },
): StoredEntry {
  const last = document.journal.at(-1);
  const moment = new Date(momentOf({ actor: by, at }, document.journal));
  const entry = {
    ...{ seq: (last?.seq ?? 0) + 1, v: 1, id: newId(), type: ERASURE },
    ...{ at: moment, effectiveAt: moment, actor: by },
    data: {
      reason,
      ...(legalBasis !== undefined && { legalBasis }),
      ...(decision !== undefined && { decision }),
      texts: texts.map(({ seq, path }) => ({ seq, path })),
    },
  };
  const previous = last?.hash ?? chainRoot(type.kind, document._id);
  return { ...entry, hash: entryHash(previous, entry) };
}

/** The id and the data of an event's entry, with its texts beside them. */
function detachedOf<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  { kind, detachable, texts }: JournalWorkings<State, Command, Event, Rejection>['type'],
  event: Event,
): Pick<StoredEntry, 'id' | 'data' | 'texts'> {
  const id = newId();
  const declared = detachable as Texts['detachable'];
  const of = { kind, ...(declared && { detachable: declared }), ...(texts && { texts }) };
  return { id, ...detachTexts(of, { id, type: event.type, data: dataOf(event) }) };
}

/** Plain JSON: what a deciding function left undefined is not there. */
function dataOf(event: JournalEvent): JsonObject {
  const fields = Object.entries(JSON.parse(JSON.stringify(event)) as JsonObject);
  return Object.fromEntries(fields.filter(([name]) => name !== 'type'));
}
