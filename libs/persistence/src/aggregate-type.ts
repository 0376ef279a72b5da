import type { ContractFact } from '@onewindow/contracts';
import type { Decider, Instant, JsonObject } from '@onewindow/kernel';
import type { DetachableTexts, TextPath } from './texts/text-paths.ts';
import type { TextVault } from './texts/text-vault.ts';
import type { IndexDeclaration, QueryShape } from './query-shape.ts';

/** Something that happens by itself at a moment, unless the state changes before. */
export interface Timer {
  readonly kind: string;
  readonly at: Instant;
}

/** What a journal may hold: plain JSON with a `type`; `effectiveAt` when the law's moment is not the command's. */
export type JournalEvent = { readonly type: string; readonly effectiveAt?: Instant };

/** Where an aggregate belongs: kept at the top of its document and carried by each of its events. */
export interface Belonging {
  readonly region: string;
  readonly centre?: string;
  readonly department?: string;
}

/** One entry of a journal as a publisher sees it. */
export interface Entry<Event> {
  readonly seq: number;
  readonly id: string;
  readonly at: Instant;
  readonly effectiveAt: Instant;
  readonly actor: string;
  readonly event: Event;
}

/**
 * All that the journal must know of one kind of aggregate. State, commands and events are plain
 * JSON: instants as `Instant` text and money as `Money`; the journal stores an instant as a date
 * and the `yuan` of money as a Decimal128, so that both can be queried, and gives them back as they were.
 */
export interface AggregateType<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends { readonly code: string },
> {
  /** kebab-case and singular: `case`. The collection is its plural in camelCase, the second word of its events' types. */
  readonly kind: string;
  readonly collection: string;
  readonly decider: Decider<State, Command, Event, Rejection>;
  /** Rises when `evolve` changes the stored state's shape: documents of an older one are folded again on load. */
  readonly stateVersion: number;
  readonly belonging: (state: State) => Belonging;
  /** The timers that run in this state. Absent when nothing happens by itself. */
  readonly timers?: (state: State) => readonly Timer[];
  /** The command that a due timer gives; it must be accepted and must end that timer. */
  readonly elapse?: (timer: Timer) => Command;
  /** The contract event of an entry with the state just after it, or undefined when the entry is private. Pure. */
  readonly publish?: (entry: Entry<Event>, state: State, id: string) => ContractFact | undefined;
  /** The contract event of an erasure of its texts. Absent: erasures are told to nobody. */
  readonly erasureTold?: (erasure: JsonObject) => ContractFact;
  /** How the actor of an entry is told to others, when that is not as the entry names him. */
  readonly actorTold?: (actor: string) => string;
  /** Brings an entry's data of an older schema version up to the newest, one version at a time. */
  readonly upcast?: (type: string, v: number, data: JsonObject) => JsonObject;
  /** The schema version that new entries get, 1 when absent. */
  readonly entryVersion?: (type: Event['type']) => number;
  /**
   * The texts that a person wrote or that may name one: by the type of the event, their places in it. A journal keeps
   * a digest of each in the entry and the text beside it, encrypted, so that it can be erased (`eraseTexts`) and the
   * chain still holds. The state is folded again when one is erased.
   */
  readonly detachable?: DetachableTexts<Event>;
  /**
   * Where `evolve` puts such texts in the state: there they are stored encrypted too, so that none stands in the
   * database in plain. None of these places can be searched or sorted by.
   */
  readonly textsInState?: readonly TextPath<State>[];
  /**
   * Not covered by seals: the seals themselves, and those of others that a service keeps. They stand on each other,
   * and a seal over a seal would call for the next one, for ever.
   */
  readonly unsealed?: true;
  /** Where they are sealed; a journal takes it from its dependencies. */
  readonly texts?: TextVault;
  /** Indexes on `state.…` and on the head fields, beside those that every journal has. */
  readonly indexes: readonly IndexDeclaration[];
  /** Every query that a list or a lookup runs, by name; the static check holds them against the indexes. */
  readonly queries: Readonly<Record<string, QueryShape>>;
}
