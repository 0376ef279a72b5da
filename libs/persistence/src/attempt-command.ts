import type { Decision } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import { elapseTimers } from './elapse-timers.ts';
import { stateOf } from './fold-journal.ts';
import type { CommandMeta, HandleRequest, Loaded, Outcome, Refused } from './journal.ts';
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

/** Load, ask for sight and right, look for a repetition, elapse, decide, and one conditional write. */
export async function attemptCommand<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
  Refusal extends Coded = never,
>(
  workings: JournalWorkings<State, Command, Event, Rejection>,
  request: HandleRequest<State, Command, Refusal>,
): Promise<Attempt<State, Event, Rejection | Refusal>> {
  const { type } = workings;
  const document = await loadDocument(workings, request.id);
  if (document === null) return refused({ code: 'NotFound', id: request.id });

  const at = momentOf(request.meta, document.journal);
  const { state, elapsed } = elapseTimers(type, stateOf(type, document), at);
  const { version, personal } = document;
  const loaded: Loaded<State> = { id: request.id, version, state, ...(personal && { personal }) };
  const barred = (await request.admit?.(loaded)) ?? null;
  if (barred) return refused(barred);
  const meta = metaOf(request, loaded);

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

  const command = await commandOf(request, loaded);
  const decision: Decision<Event, Rejection | Refusal> = isRefused(command)
    ? command
    : type.decider.decide(command, state);
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

type Commanded<Command, Refusal> = Command | Refused<Refusal>;

function commandOf<State, Command, Refusal extends Coded>(
  { command }: Pick<HandleRequest<State, Command, Refusal>, 'command'>,
  loaded: Loaded<State>,
): Commanded<Command, Refusal> | Promise<Commanded<Command, Refusal>> {
  return typeof command === 'function'
    ? (
        command as (
          loaded: Loaded<State>,
        ) => Commanded<Command, Refusal> | Promise<Commanded<Command, Refusal>>
      )(loaded)
    : command;
}

const isRefused = <Command, Refusal>(
  command: Commanded<Command, Refusal>,
): command is Refused<Refusal> =>
  typeof command === 'object' && command !== null && 'accepted' in command;

/** The actor that hangs on what was loaded stands in for the request's. */
const metaOf = <State>(
  { meta, actor }: Pick<HandleRequest<State, never>, 'meta' | 'actor'>,
  loaded: Loaded<State>,
): CommandMeta => (actor ? { ...meta, actor: actor(loaded) } : meta);

const answered = <State, Event, Rejection>(outcome: Outcome<State, Event, Rejection>) =>
  ({ end: 'answered', outcome }) as const;

const refused = <Rejection>(rejection: Rejection) =>
  ({ end: 'answered', outcome: { ok: false, rejection } }) as const;
