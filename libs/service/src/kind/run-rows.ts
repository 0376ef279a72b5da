import type { Viewer } from '@onewindow/identity';
import {
  idFromCommand,
  newId,
  type JournalEvent,
  type Outcome,
  type Refused,
} from '@onewindow/persistence';
import type { z } from 'zod';
import { commandMeta, type Caller, type Repeatable } from '../command-meta.ts';
import type { AskedOf, Coded, Creating, Sealing, Verdict } from './command-rows.ts';
import type { Kind, KindTypes, View } from './define-kind.ts';
import type { Kinds } from './open-kinds.ts';

type AnyVerdict = Verdict<string>;
type AnyOutcome<State> = Outcome<State, JournalEvent, Coded>;

/** What rows of both kinds have. */
interface EitherRow {
  readonly action?: string;
  readonly input?: z.ZodType;
  readonly token?: (viewer: Viewer) => AnyVerdict;
}

/** A row, as everything that is made of it reads it. It was checked as a whole where it is written. */
export interface AnyRow<Viewed, Context> extends EitherRow {
  readonly does: string;
  readonly creates?: never;
  readonly may?: AskedOf<Viewed, Context, AnyVerdict>;
  readonly bars?: AskedOf<Viewed, Context, Coded | null>;
  readonly actor?: (viewer: Viewer, view: Viewed, context: Context) => string;
  readonly claims?: string;
  readonly holder?: (view: Viewed, context: Context) => Promise<string | null>;
  readonly command: (input: never, given: never, view: Viewed) => object | Promise<object>;
  readonly attempted?: (events: never) => Coded | null;
}

export interface AnyCreatingRow<State, Context> extends EitherRow {
  readonly creates: string;
  readonly does?: never;
  readonly actor?: (viewer: Viewer, context: Context) => string;
  readonly by?: (viewer: Viewer, context: Context) => string;
  readonly id?: (input: never, context: Context) => string;
  readonly exists?: string;
  readonly command: (input: never, given: never) => object | Promise<object>;
  readonly write?: (
    create: (fields: object) => Promise<AnyOutcome<State>>,
    fields: never,
    given: never,
  ) => Promise<AnyOutcome<State>>;
  readonly besides?: (outcome: never, given: never) => object;
}

/** One request of a mutation. */
export interface Asking<Context> {
  readonly mutation: string;
  readonly input: Repeatable & Readonly<Record<string, unknown>>;
  readonly context: Context & { readonly caller: Caller; readonly kinds: Kinds };
}

/** Sight, right, repetition, version, facts and decision, all on what was loaded for the write. */
export async function runCommand<T extends KindTypes, Context>(
  { kind, id, facts }: OnKind<T, Context>,
  row: AnyRow<View<T['state']>, Context>,
  { mutation, input, context }: Asking<Context>,
): Promise<AnyOutcome<T['state']>> {
  const { caller, kinds } = context;
  const { viewer, at } = caller;
  const { journal, sees } = kinds.of(kind);
  const { actor } = row;
  const outcome = await journal.handle<Coded>({
    id: input[id] as string,
    meta: commandMeta(caller, mutation, input),
    ...(actor && { actor: (loaded) => actor(viewer, kind.toView(loaded), context) }),
    admit: async (loaded) => {
      if (!(await sees(viewer, loaded))) return notFound(loaded.id);
      const may = (await row.may?.(viewer, kind.toView(loaded), context)) ?? true;
      return may === true ? null : notAuthorized(may);
    },
    command: async (loaded) => {
      const view = kind.toView(loaded);
      const given = { ...(await facts?.(context, view)), viewer, at, context };
      const made = await row.command(input as never, given as never, view);
      return isRefused(made) ? made : commandOf(row.does, made, at);
    },
  });
  const attempted = outcome.ok ? row.attempted?.(outcome.events as never) : undefined;
  if (attempted) return { ok: false, rejection: attempted };
  if (outcome.ok || outcome.rejection.code !== 'AlreadyExists' || !row.holder) return outcome;
  const asking = await kinds.of(kind).fresh(input[id] as string);
  const holder = asking && (await row.holder(asking, context));
  return alreadyThere(outcome.rejection, await shown(kinds, kind, holder));
}

/** What is there already is told by its id to who sees it. */
const shown = async <T extends KindTypes>(kinds: Kinds, kind: Kind<T>, id: string | null) =>
  id === null ? null : ((await kinds.of(kind).fresh(id))?.id ?? null);

/** Makes a new aggregate. Its id comes from the `commandId`, so that a repetition finds what it made. */
export async function runCreation<T extends KindTypes, Context>(
  { kind }: Pick<OnKind<T, Context>, 'kind'>,
  row: AnyCreatingRow<T['state'], Context>,
  { mutation, input, context }: Asking<Context>,
): Promise<{ readonly outcome: AnyOutcome<T['state']>; readonly besides: object }> {
  const { caller, kinds } = context;
  const { viewer, at } = caller;
  const by = row.by?.(viewer, context) ?? viewer.id;
  const { commandId } = input;
  const byCommand = () => (commandId == null ? newId() : idFromCommand(mutation, by, commandId));
  const id = row.id?.(input as never, context) ?? byCommand();
  const given: Creating<Context> = { id, viewer, at, context };
  const made = await row.command(input as never, given as never);
  if (isRefused(made)) return { outcome: { ok: false, rejection: made.rejection }, besides: {} };
  const { sealing: personal, fields } = isSealing(made)
    ? made
    : { sealing: undefined, fields: made };
  const meta = commandMeta(caller, mutation, input);
  const { journal } = kinds.of(kind);
  const create = (all: object): Promise<AnyOutcome<T['state']>> =>
    journal.create({
      id,
      command: commandOf(row.creates, all, at),
      meta: { ...meta, actor: row.actor?.(viewer, context) ?? meta.actor },
      ...(personal && { personal }),
    });
  const answered = await (row.write?.(create, fields as never, given as never) ?? create(fields));
  const outcome = isThere(answered)
    ? alreadyThere({ fact: row.exists ?? 'id' }, await shown(kinds, kind, id))
    : answered;
  const besides = outcome.ok ? row.besides?.(outcome as never, given as never) : undefined;
  return { outcome, besides: besides ?? {} };
}

/** Which fact is taken, and by whom for who sees him. */
const alreadyThere = (
  taken: object,
  id: string | null,
): { readonly ok: false; readonly rejection: Coded } => ({
  ok: false,
  rejection: { ...taken, code: 'AlreadyExists', id } as Coded,
});

/** Something has the very id that the new one would have. */
const isThere = (outcome: AnyOutcome<unknown>): boolean =>
  !outcome.ok && 'fact' in outcome.rejection && outcome.rejection.fact === '_id';

interface OnKind<T extends KindTypes, Context> {
  readonly kind: Kind<T>;
  readonly id: string;
  readonly facts?: (context: Context, view: View<T['state']>) => Promise<object>;
}

export const notAuthorized = (because: string) => ({ code: 'NotAuthorized', because }) as const;
const notFound = (id: string) => ({ code: 'NotFound', id }) as const;
const commandOf = (type: string, fields: object, at: Caller['at']) => ({ ...fields, type, at });
const isRefused = (made: object): made is Refused<Coded> => 'accepted' in made;
const isSealing = (made: object): made is Sealing<object> => 'sealing' in made;
