import type { JournalEvent } from './aggregate-type.ts';
import { elapseTimers } from './elapse-timers.ts';
import { stateOf } from './fold-journal.ts';
import type { HandleRequest, Loaded, Outcome } from './journal.ts';
import type { Coded, JournalWorkings } from './journal-workings.ts';
import { loadDocument } from './load-document.ts';
import { momentOf } from './make-entries.ts';
import { findRepetitionAnywhere } from './segments/repeated-entries.ts';
import { toLoaded } from './to-loaded.ts';
import { writeEntries } from './write-entries.ts';

export type Attempt<State, Event, Rejection> =
  | { readonly end: 'answered'; readonly outcome: Outcome<State, Event, Rejection> }
  | { readonly end: 'lost' }
  | { readonly end: 'collided'; readonly fact: string };

/** Load, look for a repetition, elapse, decide, and one conditional write. */
export async function attemptCommand<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command>,
): Promise<Attempt<State, Event, Rejection>> {
  const { type } = workings;
  const { meta } = request;
  const document = await loadDocument(workings, request.id);
  if (document === null) return refused({ code: 'NotFound', id: request.id });

  const repetition = await findRepetitionAnywhere(workings, document, meta);
  if (repetition === 'mismatch') {
    return refused({ code: 'IdempotencyMismatch', commandId: meta.commandId ?? '' });
  }
  if (repetition === 'repeated') {
    const aggregate = toLoaded(type, document, { state: stateOf(type, document), at: meta.at });
    return answered({ ok: true, aggregate, events: [], repeated: true });
  }
  const { expectedVersion } = meta;
  if (expectedVersion !== undefined && expectedVersion !== document.version) {
    return refused({ code: 'Conflict', expectedVersion, actualVersion: document.version });
  }

  const at = momentOf(meta, document.journal);
  const { state, elapsed } = elapseTimers(type, stateOf(type, document), at);
  const command = await commandOf(request, {
    id: request.id,
    version: document.version,
    state,
    ...(document.personal && { personal: document.personal }),
  });
  const decision = type.decider.decide(command, state);
  const written = await writeEntries(workings, document, {
    ...{ elapsed, at, meta },
    events: decision.accepted ? decision.events : [],
    ...(decision.accepted && request.personal !== undefined && { personal: request.personal }),
  });
  if (written.end === 'collided' && elapsed.length > 0) {
    // What elapsed is kept although the command broke a unique fact.
    await writeEntries(workings, document, { elapsed, at, meta, events: [] });
  }
  if (written.end !== 'written') return written;
  if (!decision.accepted) return refused(decision.rejection);
  const { aggregate } = written;
  return answered({ ok: true, aggregate, events: decision.events, repeated: false });
}

function commandOf<State, Command>(
  { command }: HandleRequest<State, Command>,
  loaded: Loaded<State>,
): Command | Promise<Command> {
  return typeof command === 'function'
    ? (command as (loaded: Loaded<State>) => Command | Promise<Command>)(loaded)
    : command;
}

const answered = <State, Event, Rejection>(outcome: Outcome<State, Event, Rejection>) =>
  ({ end: 'answered', outcome }) as const;

const refused = <Rejection>(rejection: Rejection) =>
  ({ end: 'answered', outcome: { ok: false, rejection } }) as const;
