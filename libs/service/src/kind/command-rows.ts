import type { Viewer } from '@onewindow/identity';
import type { Instant, OfType, RefusalOfBranch } from '@onewindow/kernel';
import type { Outcome, Refused, SealedPersonalData } from '@onewindow/persistence';
import type { BaseRefusalCode } from '@onewindow/subgraph';
import type { z } from 'zod';

export type Typed = { readonly type: string };
export type Coded = { readonly code: string };

// What the generated resolvers say of a mutation.
type ResolverOf<Mutations, Name extends keyof Mutations> = Extract<
  NonNullable<Mutations[Name]>,
  (...given: never) => unknown
>;
export type InputOf<Mutations, Name extends keyof Mutations> = Parameters<
  ResolverOf<Mutations, Name>
>[1] extends { readonly input: infer Input }
  ? Input
  : never;
export type AnswerOf<Mutations, Name extends keyof Mutations> = Awaited<
  ReturnType<ResolverOf<Mutations, Name>>
>;
type Listed<Answer> = Extract<Answer, Coded & { readonly __typename: string }>['__typename'];
type Success<Answer> = Exclude<Answer, Coded>;

/** The causes that a service has words for: `'NotAuthorized.NotSupervisor'` is the cause `NotSupervisor`. */
export type CauseOf<Words> =
  'NotKnownStaff' | (keyof Words extends infer Key ? CauseIn<Key> : never);
type CauseIn<Key> = Key extends `NotAuthorized.${infer Cause}` ? Cause : never;

/** He may, or why not: each cause has words of its own. */
export type Verdict<Cause> = true | Cause;

/** What is asked of one aggregate as a viewer sees it; what hangs on other rows is fetched, so it may be asynchronous. */
export type AskedOf<Viewed, Context, Answer> = (
  viewer: Viewer,
  view: Viewed,
  context: Context,
) => Answer | Promise<Answer>;

/** What the kit tells every command, beside the facts: who gives it, when, and where to look up more. */
export interface Given<Context> {
  readonly viewer: Viewer;
  readonly at: Instant;
  readonly context: Context;
}

/** A command's own fields, or a refusal because of a fact that was looked up: `reject` of the kernel. */
type Making<Fields> = Fields | Refused<Coded> | Promise<Fields | Refused<Coded>>;

/** One command on an aggregate that is there. Functions are asked in this order, once for each attempt to write. */
export interface Row<Input, Viewed, Command extends Typed, Event, Type, Facts, Context, Cause> {
  /** The command of the decider that this mutation gives. */
  readonly does: Type;
  readonly creates?: never;
  /** What `availableActions` calls it. Absent: it is offered to nobody. */
  readonly action?: string;
  /** A schema for what the SDL's `@constraint` can't say of the input: `InvalidInput`. */
  readonly input?: z.ZodType;
  /** Asked of the token alone, before anything is looked up: `NotAuthorized`. Stands in for that of all rows. */
  readonly token?: (viewer: Viewer) => Verdict<Cause>;
  /** The right, asked of what was loaded for the write: `NotAuthorized`. Absent: whoever sees it may. */
  readonly may?: AskedOf<Viewed, Context, Verdict<Cause>>;
  /** Why the law refuses it to who has the right, as far as a screen can know: shown with the action. */
  readonly bars?: AskedOf<Viewed, Context, Coded | null>;
  /** Who is written down, when it is not the viewer's id: an applicant is nobody in journal and events. */
  readonly actor?: (viewer: Viewer, view: Viewed, context: Context) => string;
  /** The unique fact that somebody else may have taken: `AlreadyExists`. */
  readonly claims?: string;
  /** Who has taken it, null where that is not known: told to who sees him. */
  readonly holder?: (view: Viewed, context: Context) => Promise<string | null>;
  /** The command's own fields. What follows from them the decider says. */
  readonly command: (
    input: Input,
    given: Facts & Given<Context>,
    view: Viewed,
  ) => Making<Fields<Command, Type>>;
  /** An attempt that is kept as an event and refused all the same: the refusal that these events mean. */
  readonly attempted?: (events: readonly Event[]) => Coded | null;
}

/** What a creation is told beside who gives it: the id that the aggregate will have. */
export interface Creating<Context> extends Given<Context> {
  readonly id: string;
}

/** A creation's own fields with personal data, which is sealed beside them and never among them: see `sealedWith`. */
export interface Sealing<Fields> {
  readonly sealing: SealedPersonalData;
  readonly fields: Fields;
}
export const sealedWith = <Fields>(
  sealing: SealedPersonalData,
  fields: Fields,
): Sealing<Fields> => ({ sealing, fields });

type Fields<Command, Type> = Omit<OfType<Command, Type>, 'type' | 'at'>;

/** A mutation that makes an aggregate: nothing is there that could be hidden, stale or in a wrong status. */
export interface CreatingRow<Input, State, Event, Command extends Typed, Type, Context, Cause> {
  /** The command of the decider that this mutation gives. */
  readonly creates: Type;
  readonly does?: never;
  /** A schema for what the SDL's `@constraint` can't say of the input: `InvalidInput`. */
  readonly input?: z.ZodType;
  /** Asked of the token alone, before anything is looked up: `NotAuthorized`. Stands in for that of all rows. */
  readonly token?: (viewer: Viewer) => Verdict<Cause>;
  /** Who is written down, when it is not the viewer's id. */
  readonly actor?: (viewer: Viewer, context: Context) => string;
  /** Whose `commandId` it is, when that is not the viewer's id: it goes into the aggregate's id by a hash. */
  readonly by?: (viewer: Viewer, context: Context) => string;
  /** The id of what has an official code: `idFromCode`. Else from `commandId`, or a new one. */
  readonly id?: (input: Input, context: Context) => string;
  /** What the id is made from, by the caller's name of it: the `fact` of `AlreadyExists`, which has words of its own. */
  readonly exists?: string;
  /**
   * The command's own fields, `sealedWith(personal, fields)` where there is personal data. The right that hangs on
   * what is looked up is refused here too: `reject({ code: 'NotAuthorized', because })`.
   */
  readonly command: (
    input: Input,
    given: Creating<Context>,
  ) => Making<Fields<Command, Type> | Sealing<Fields<Command, Type>>>;
  /** Around the write: gives a number (`NumberSeries.give`), or tells more of what was there already. */
  readonly write?: (
    create: (fields: Fields<Command, Type>) => Promise<Outcome<State, Event, Coded>>,
    fields: Fields<Command, Type>,
    given: Creating<Context>,
  ) => Promise<Outcome<State, Event, Coded>>;
  /** Further fields of the success, beside the aggregate, which comes first. */
  readonly besides?: (
    outcome: Extract<Outcome<State, Event, Coded>, { readonly ok: true }>,
    given: Creating<Context>,
  ) => object;
}

/** A row for one mutation: one shape for each command. */
export type AnyRowOf<
  Input,
  T extends { readonly state: unknown; readonly event: unknown; readonly command: Typed },
  Viewed,
  Facts,
  Context,
  Cause,
> = {
  readonly [Type in T['command']['type']]:
    | Row<Input, Viewed, T['command'], T['event'], Type, Facts, Context, Cause>
    | CreatingRow<Input, T['state'], T['event'], T['command'], Type, Context, Cause>;
}[T['command']['type']];

/** Every command on one aggregate can be refused for these. */
type Always = Extract<
  BaseRefusalCode,
  'NotFound' | 'Conflict' | 'IdempotencyMismatch' | 'NotPermittedInStatus'
>;
/** A bound of the SDL stands on every id, so every union may list it; a creation's id may be there already. */
type FreeOf<Row> = 'InvalidInput' | (IsCreation<Row> extends true ? 'AlreadyExists' : never);
type AlwaysOf<Row> = IsCreation<Row> extends true ? 'IdempotencyMismatch' : Always;
type IsCreation<Row> = Row extends { readonly creates: string } ? true : false;

/** What a row's own functions refuse. */
type Has<Row, Key extends string> = Row extends Readonly<Record<Key, unknown>> ? true : false;
type Asks<Row, Token> =
  Has<Row, 'may'> extends true
    ? 'NotAuthorized'
    : Has<Row, 'token'> extends true
      ? 'NotAuthorized'
      : Token extends true
        ? 'NotAuthorized'
        : never;
type Claims<Row> = Has<Row, 'claims'> extends true ? 'AlreadyExists' : never;
type Limits<Row> = Has<Row, 'input'> extends true ? 'InvalidInput' : never;
type LookedUp<Row> = Row extends { readonly command: infer Make }
  ? RefusalOfBranch<Awaiting<Make>>
  : never;
type Attempted<Row> = Row extends { readonly attempted: (events: never) => infer Meant }
  ? Exclude<Meant, null>
  : never;
type Awaiting<Make> = Make extends (...given: infer Args) => infer Made
  ? (...given: Args) => Awaited<Made>
  : never;
type Decided<Row, Rules> = Row extends
  | { readonly does: infer Type extends keyof Rules }
  | { readonly creates: infer Type extends keyof Rules }
  ? RefusalOfBranch<Rules[Type]>
  : never;

/** What a row's command can be refused for beside what every command can: by the law, a fact or an attempt. */
type Met<Row, Rules> = Decided<Row, Rules> | LookedUp<Row> | Attempted<Row>;

type CodeOf<Rejection> = Rejection extends Coded ? Rejection['code'] : never;
/**
 * A refusal as the graph names it: what is about one field is an `InvalidInput`, what has words as a cause
 * (`'NotAuthorized.NotApplicant'`) is a `NotAuthorized`.
 */
type Named<Code, OfInput, Words> = Code extends OfInput
  ? 'InvalidInput'
  : Code extends CauseOf<Words>
    ? 'NotAuthorized'
    : Code;
/** The words that a refusal needs and has not. */
type Unworded<Rejection, Words, OfInput> = Rejection extends {
  readonly code: 'NotAuthorized';
  readonly because: infer Cause extends string;
}
  ? Exclude<Cause, CauseOf<Words>>
  : Rejection extends Coded
    ? Exclude<Rejection['code'], keyof Words | CauseOf<Words> | BaseRefusalCode | OfInput>
    : never;

/** `unknown` when both sides agree, else a property that nobody has, so that the error names what is wrong. */
type Agrees<Told, Met, Free, Wordless> = [Wordless] extends [never]
  ? [Exclude<Met, Told>] extends [never]
    ? [Exclude<Told, Met | Free>] extends [never]
      ? unknown
      : { readonly 'the union lists what cannot occur': Exclude<Told, Met | Free> }
    : { readonly 'the union lacks': Exclude<Met, Told> }
  : { readonly 'has no words': Wordless };

/** The success holds the aggregate as this kind shows it. */
type Shows<Answer, Viewed> =
  Success<Answer> extends infer Member
    ? [Viewed] extends [Awaited<Exclude<Member[keyof Member], string>>]
      ? unknown
      : { readonly 'the success does not show this kind': never }
    : never;

/** The input has the field that names the aggregate. */
type Names<Input, Id> =
  Input extends Readonly<Record<Id & string, string>>
    ? unknown
    : { readonly 'the input does not name the aggregate': Id };

/** What a service's rows are held against. */
export interface Held {
  readonly words: unknown;
  readonly ofInput: unknown;
  readonly viewed: unknown;
  readonly rules: unknown;
  readonly id: unknown;
  /** `true` when all rows ask the token. */
  readonly token: unknown;
}

/** Holds a row's refusals against the union and the words, both ways, its success and its input against the SDL. */
export type RowAgrees<Row, Input, Answer, H extends Held> = Shows<Answer, H['viewed']> &
  (IsCreation<Row> extends true ? unknown : Names<Input, H['id']>) &
  Agrees<
    Listed<Answer>,
    | AlwaysOf<Row>
    | Asks<Row, H['token']>
    | Claims<Row>
    | Limits<Row>
    | Named<CodeOf<Met<Row, H['rules']>>, H['ofInput'], H['words']>,
    FreeOf<Row>,
    Unworded<Met<Row, H['rules']>, H['words'], H['ofInput']>
  >;
