import type { Decision } from '@onewindow/kernel';
import { announce } from './announce.ts';
import type { JournalEvent } from './aggregate-type.ts';
import { newDocument } from './document-fields.ts';
import { brokenFact, isDuplicateKey } from './duplicate-key.ts';
import { findRepetition } from './find-repetition.ts';
import { stateOf } from './fold-journal.ts';
import type { CommandMeta, CreateRequest, Outcome } from './journal.ts';
import type { JournalDocument } from './journal-document.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { loadDocument } from './load-document.ts';
import { makeEntries } from './make-entries.ts';
import { prepareFirst, type Prepared } from './prepare-write.ts';
import type { SealedPersonalData } from './personal-data.ts';
import { refusedWrite } from './refused-write.ts';
import { firstEntries } from './segments/repeated-entries.ts';
import { toLoaded } from './to-loaded.ts';

/** A new aggregate: decide on nothing, one insert. */
export async function writeCreation<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: CreateRequest<Command>,
): Promise<Outcome<State, Event, Rejection>> {
  const decision = workings.type.decider.decide(request.command, workings.type.decider.initial);
  if (!decision.accepted) {
    return (await repetitionOf(workings, request)) ?? { ok: false, rejection: decision.rejection };
  }
  const creation = prepareCreation(workings, request, decision);
  await workings.failPoints?.('before-write');
  try {
    await workings.model.insertMany([creation.document], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const existing = await loadDocument(workings, request.id);
    if (existing !== null) return await resolveExisting(workings, existing, request);
    const write = refusedWrite(workings, creation.document);
    const fact = (await brokenFact(error, write)) ?? '_id';
    return { ok: false, rejection: { code: 'AlreadyExists', fact } };
  }
  await workings.failPoints?.('after-write');
  announce(workings, request.id, creation.prepared);
  return created(creation, request.personal);
}

export interface Creation<State, Event> {
  readonly document: JournalDocument;
  readonly prepared: Prepared<State>;
  readonly events: readonly Event[];
}

/** The document of an accepted creation, with its events made, validated and measured. */
export function prepareCreation<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: {
    readonly id: string;
    readonly meta: CommandMeta;
    readonly personal?: SealedPersonalData;
  },
  { events }: Extract<Decision<Event, Rejection>, { accepted: true }>,
): Creation<State, Event> {
  const { id, meta, personal } = request;
  if (events.length === 0)
    throw new Error(`A ${workings.type.kind} is made by at least one event.`);
  const entries = makeEntries(
    workings,
    { _id: id, journal: [] },
    { elapsed: [], events, meta, at: meta.at },
  );
  const prepared = prepareFirst(workings, id, entries);
  const document = newDocument(workings, id, { prepared, ...(personal && { personal }) });
  return { document, prepared, events };
}

export function created<State, Event, Rejection>(
  { document, prepared, events }: Creation<State, Event>,
  personal?: SealedPersonalData,
): Outcome<State, Event, Rejection> {
  const { version, state } = prepared;
  return {
    ok: true,
    aggregate: { id: document._id, version, state, ...(personal && { personal }) },
    events,
    repeated: false,
  };
}

/** What a creation answers whose `_id` is there already. */
export async function resolveExisting<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  existing: JournalDocument,
  { meta, fromEvent }: { readonly meta: CommandMeta; readonly fromEvent?: boolean },
): Promise<Outcome<State, Event, Rejection>> {
  const { type, hmacKey } = workings;
  const repetition =
    fromEvent === true
      ? 'repeated'
      : findRepetition(hmacKey, await firstEntries(workings, existing), meta);
  switch (repetition) {
    case 'repeated': {
      const state = stateOf(type, existing);
      const aggregate = toLoaded(type, existing, { state, at: meta.at });
      return { ok: true, aggregate, events: [], repeated: true };
    }
    case 'mismatch':
      return {
        ok: false,
        rejection: { code: 'IdempotencyMismatch', commandId: meta.commandId ?? '' },
      };
    case 'none':
      return { ok: false, rejection: { code: 'AlreadyExists', fact: '_id' } };
  }
}

/** A refusal may come from a repetition that is late: what was created then is the answer now. */
async function repetitionOf<State, Command, Event extends JournalEvent, Rejection extends Coded>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: CreateRequest<Command>,
): Promise<Outcome<State, Event, Rejection> | undefined> {
  if (request.meta.commandId === undefined && request.fromEvent !== true) return undefined;
  const existing = await loadDocument(workings, request.id);
  if (existing === null) return undefined;
  const outcome = await resolveExisting(workings, existing, request);
  return !outcome.ok && outcome.rejection.code === 'AlreadyExists' ? undefined : outcome;
}
