import type { Instant, JsonObject } from '@onewindow/kernel';
import type { JournalEvent } from './aggregate-type.ts';
import type { SealedPersonalData } from './personal-data.ts';
import type { QueryShape } from './query-shape.ts';
import type { Parts } from './read-parts.ts';
import type { TextPlace } from './texts/text-place.ts';

/** Who commands, when, and how a repetition is known. */
export interface CommandMeta {
  /** The viewer's id, a service's name or the id of the event that caused it. */
  readonly actor: string;
  /** The business clock's now. */
  readonly at: Instant;
  /** Absent: nothing is remembered and a repetition is a new command. */
  readonly commandId?: string;
  /** The mutation's name: the same `commandId` under another one is a misuse. */
  readonly mutation?: string;
  /** The caller's arguments, for telling a repetition from a misuse; only an HMAC of their canonical JSON is kept. */
  readonly args?: JsonObject;
  /** The version on the caller's screen: another one is the refusal `Conflict` at once. */
  readonly expectedVersion?: number;
  readonly traceparent?: string;
}

/** The refusals that the journal itself can give. */
export type JournalRejection =
  | {
      readonly code: 'Conflict';
      readonly expectedVersion?: number;
      readonly actualVersion?: number;
    }
  | { readonly code: 'IdempotencyMismatch'; readonly commandId: string }
  | { readonly code: 'AlreadyExists'; readonly fact: string }
  | { readonly code: 'NotFound'; readonly id: string };

type Coded = { readonly code: string };

/** What `reject` of the kernel makes. */
export interface Refused<Refusal> {
  readonly accepted: false;
  readonly rejection: Refusal;
}

/** An aggregate as it is now: timers that were due before now have elapsed in it, stored or not. */
export interface Loaded<State> {
  readonly id: string;
  readonly version: number;
  readonly state: State;
  readonly personal?: SealedPersonalData;
  /** Absent where none of its texts was erased. */
  readonly erasures?: readonly ErasureNote[];
}

export type Outcome<State, Event, Rejection> =
  | {
      readonly ok: true;
      readonly aggregate: Loaded<State>;
      /** What this command added; empty when it was a repetition. */
      readonly events: readonly Event[];
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly rejection: Rejection | JournalRejection };

/** A page of a list: keyset, opaque cursors, never an offset. */
export interface PageRequest {
  readonly first: number;
  /** The cursor behind which the page begins. A cursor that isn't ours throws `InvalidCursor`. */
  readonly after?: string;
}

export interface ListRequest extends PageRequest {
  /** The name of a declared query. */
  readonly query: string;
  /** A value for each equality field of the query; an array means "one of". */
  readonly equality: Readonly<Record<string, JsonObject[string] | readonly string[]>>;
  /** What the `every` field of the query must hold, at least one value. The rarest first: an index is read by it. */
  readonly every?: readonly string[];
  /** Bounds for the range fields of the query. */
  readonly range?: Readonly<Record<string, { readonly from?: string; readonly before?: string }>>;
  /** A value that documents must not have, for fields that the query leaves out by. */
  readonly except?: Readonly<Record<string, string>>;
  /** What is read of each, as in `findMany`. */
  readonly parts?: Parts;
}

export interface Page<State> {
  readonly edges: readonly { readonly cursor: string; readonly node: Loaded<State> }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** What is counted. Behind `atMost` nothing is counted: what is answered then is that number. No count is without. */
export interface CountRequest extends Omit<ListRequest, keyof PageRequest | 'parts'> {
  readonly atMost: number;
}

/** The first page behind `after` for each of many parents: the cases of every item that somebody looks at. */
export interface ListEachRequest extends ListRequest {
  /** An equality field of the query that holds one plain value in a document, and the parents' values of it. */
  readonly each: { readonly field: string; readonly values: readonly string[] };
}

export type CountEachRequest = CountRequest & Pick<ListEachRequest, 'each'>;

/** What a search that ranks by itself begins with: what shares a value of a field that is a list. */
export interface SiftRequest {
  readonly query: string;
  readonly equality: ListRequest['equality'];
  /** The equality field that is a list: where there are too many, who shares most of its values are taken. */
  readonly most: string;
  /** What is answered of each, by path below `state`. */
  readonly parts: readonly string[];
  readonly limit: number;
}

/** The parts of a state that were asked for, and nothing else of it. */
export interface Sifted {
  readonly id: string;
  readonly state: unknown;
}

/** The journal of one kind of aggregate: the only way to write it. */
export interface Journal<State, Command, Event extends JournalEvent, Rejection> {
  readonly kind: string;
  /**
   * Runs a command on an aggregate: load, elapse what was due, decide, one conditional write, publish.
   * `command` may be a function of what was loaded (with timers elapsed) and is asked again after a lost write.
   * Refused with `NotFound` where there is no such aggregate. Elapsed timers are kept when the command is refused.
   */
  handle<Refusal extends Coded = never>(
    request: HandleRequest<State, Command, Refusal>,
  ): Promise<Outcome<State, Event, Rejection | Refusal>>;
  /**
   * Makes a new aggregate. An `_id` that is there already is a repetition when (actor, commandId, arguments)
   * match its first entry, or when `fromEvent` (the id came from an event); else the refusal `AlreadyExists`.
   */
  create(request: CreateRequest<Command>): Promise<Outcome<State, Event, Rejection>>;
  /** Many new ones in one unordered insert (an import): an outcome for each, in order. */
  createMany(
    requests: readonly CreateManyRequest<Command>[],
  ): Promise<readonly Outcome<State, Event, Rejection>[]>;
  /** One aggregate as of `at`, or null. One Mongo command. */
  find(id: string, at: Instant): Promise<Loaded<State> | null>;
  /**
   * As many, in the order of the ids, null where there is none: one Mongo command for a DataLoader's batch. With `parts`
   * a state has what was read of it and nothing else, except where a timer is due or another version of the program
   * stored it: that is read whole, by a second command.
   */
  findMany(
    ids: readonly string[],
    at: Instant,
    parts?: Parts,
  ): Promise<readonly (Loaded<State> | null)[]>;
  /** The first aggregate that has these values in the named query's equality fields, or null. */
  findBy(
    query: string,
    equality: ListRequest['equality'],
    at: Instant,
  ): Promise<Loaded<State> | null>;
  /** The ids of those that have these values, in no order, at most so many: for what is counted and not looked at. */
  idsBy(
    query: string,
    equality: ListRequest['equality'],
    atMost: number,
  ): Promise<readonly string[]>;
  list(request: ListRequest, at: Instant): Promise<Page<State>>;
  /**
   * The page of `list` for each of these values, in their order: one Mongo command for a DataLoader's
   * batch, and one more for each where together they have ten times as many rows as the pages hold.
   * `equality` leaves the field of `each` out.
   */
  listEach(request: ListEachRequest, at: Instant): Promise<readonly Page<State>[]>;
  /** How many aggregates a list request matches, whatever its page. */
  count(request: CountRequest): Promise<number>;
  /** The same for each of these values, in their order: one Mongo command, and one more for each where all have more. */
  countEach(request: CountEachRequest): Promise<readonly number[]>;
  /**
   * The aggregates that share a value, in no order; of more than `limit` those that share the most. No
   * page and no elapsed timers, but small, for a ranking of one's own. What another version of the program
   * stored is found when it is folded again. One command, two where there are more than `limit`.
   */
  sift(request: SiftRequest): Promise<readonly Sifted[]>;
  /** The aggregate's history, oldest first, without personal data. */
  history(id: string): Promise<readonly HistoryEntry<Event>[]>;
  /** As many, in the order of the ids, empty where there is none: one Mongo command. */
  histories(ids: readonly string[]): Promise<readonly (readonly HistoryEntry<Event>[])[]>;
  /**
   * Erases detached texts with their salts. Their digests stay in the chain, which still holds; the state is folded
   * again with `ERASED_TEXT` in their place, and an entry of the journal's own says who erased them and why. Events
   * that were published before are not taken back. Again is no harm. Told to others where the kind tells erasures.
   */
  eraseTexts<Refusal extends Coded = never>(
    request: EraseTextsRequest<State, Refusal>,
  ): Promise<ErasureOutcome<Refusal>>;
  /** Holds the chain of hashes against the entries and names the first bad one. Null where there is no aggregate. */
  verify(id: string): Promise<Verification | null>;
}

export interface HandleRequest<State, Command, Refusal extends Coded = never> {
  readonly id: string;
  /**
   * Asked first, of what was loaded with timers elapsed: sight and right. Its refusal comes before the answer
   * to a repetition and before `Conflict`, so that nobody learns from those that the aggregate exists. Asked
   * again after a lost write. A refusal writes nothing, not even the timers that have elapsed.
   */
  readonly admit?: (loaded: Loaded<State>) => Refusal | null | Promise<Refusal | null>;
  /**
   * A function may refuse as well (`reject` of the kernel), where a fact that it looks up says so: that comes
   * after the answer to a repetition and after `Conflict`, as what the decider refuses.
   */
  readonly command:
    | Command
    | ((loaded: Loaded<State>) => Command | Refused<Refusal> | Promise<Command | Refused<Refusal>>);
  readonly meta: CommandMeta;
  /** Who is written down, and by whom a repetition is known, when that hangs on what was loaded. */
  readonly actor?: (loaded: Loaded<State>) => string;
  /** Replaces the personal data in the same write; null erases it. Needs an entry that says so. */
  readonly personal?: SealedPersonalData | null;
}

export interface CreateRequest<Command> {
  readonly id: string;
  readonly command: Command;
  readonly meta: CommandMeta;
  readonly personal?: SealedPersonalData;
  readonly fromEvent?: boolean;
}

export interface CreateManyRequest<Command> {
  readonly id: string;
  readonly command: Command;
  readonly meta: CommandMeta;
  readonly fromEvent?: boolean;
}

/** That texts of an aggregate were erased, when and why: what a reader is shown in place of what is gone. */
export interface ErasureNote {
  readonly at: Instant;
  /** A code. */
  readonly reason: string;
  /** The article that it rests on, null in erasures from before it was asked for. */
  readonly legalBasis: string | null;
  /** The number of the decision, null when there was none. */
  readonly decision: string | null;
  /** How many texts. */
  readonly texts: number;
}

export interface EraseTextsRequest<State = unknown, Refusal extends Coded = never> {
  readonly id: string;
  /**
   * Asked of what is loaded for the write, and of the moment of its last entry: sight, right and whether it must still
   * be kept. Asked again after a lost write; its refusal writes nothing.
   */
  readonly admit?: (
    loaded: Loaded<State>,
    lastAt: Instant,
  ) => Refusal | null | Promise<Refusal | null>;
  /** Which; all that are there when absent. What is not there, or is erased already, is passed over. */
  readonly texts?: readonly TextPlace[];
  /** A code or the number of the decision: it is chained for ever, so nothing of a person. */
  readonly reason: string;
  /** The article, and the number of the decision: chained as the reason is. */
  readonly legalBasis?: string;
  readonly decision?: string;
  readonly by: string;
  /** The business clock's now. */
  readonly at: Instant;
}

export type ErasureOutcome<Refusal = never> =
  | { readonly ok: true; readonly erased: number }
  | {
      readonly ok: false;
      readonly rejection:
        Extract<JournalRejection, { readonly code: 'NotFound' | 'Conflict' }> | Refusal;
    };

export type Verification =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly seq: number; readonly reason: 'hash' | 'sequence' };

export interface HistoryEntry<Event> {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly effectiveAt: Instant;
  readonly actor: string;
  readonly event: Event;
}

export type { QueryShape };
