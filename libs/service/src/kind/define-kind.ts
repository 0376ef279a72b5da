import type { ContractFact, EventContract } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import type {
  NotPermitted,
  OfType,
  PermittedTable,
  RefusalOfBranch,
  TableDecider,
  WithStatus,
} from '@onewindow/kernel';
import type {
  AggregateType,
  Belonging,
  IndexDeclaration,
  Journal,
  JournalEvent,
  Loaded,
  QueryShape,
  Timer,
} from '@onewindow/persistence';
import { partsOf, type Asking, type Shown } from './shown.ts';
import { indexesOf, queriesOf, type Filters, type Lists, type Sight } from './scoped-lists.ts';

type Typed = { readonly type: string };

/** A state of something that was made: never ABSENT. */
export type Made<State> = Exclude<State, { readonly status: 'ABSENT' }>;

/** An aggregate as it is shown: its state, with what the journal knows of it. */
export type View<State> = Made<State> &
  Pick<Loaded<State>, 'id' | 'version' | 'personal' | 'erasures'>;

/** What a decider of these branches can refuse. */
export type RefusalOf<Rules> = RefusalOfBranch<Rules[keyof Rules]> | NotPermitted;

/** An entry told with the snapshot alone. Whatever else happened is told by a function of the event. */
type Told<Event, Snapshot, Viewed> =
  | EventContract<{ readonly happened: Record<string, never>; readonly snapshot: Snapshot }>
  | ((event: Event, snapshot: Snapshot, view: Viewed) => ContractFact | undefined)
  /** Private: kept, and told to nobody. */
  | null;

export interface KindDefinition<
  State extends WithStatus,
  Command extends Typed,
  Event extends JournalEvent,
  Table,
  Rules,
  Snapshot,
  Scope extends string,
  Asked extends Filters,
  Given,
> extends Pick<
  AggregateType<State, Command, Event, RefusalOf<Rules>>,
  | 'kind'
  | 'collection'
  | 'stateVersion'
  | 'upcast'
  | 'entryVersion'
  | 'actorTold'
  | 'detachable'
  | 'textsInState'
  | 'unsealed'
> {
  /**
   * For how many years after its last change a record must be kept: then its texts may be erased without a decision. 30
   * when absent, the longer of the two limited periods of 机关文件材料归档范围和文书档案保管期限规定 6.
   */
  readonly keptForYears?: number;
  /** A function of what the kind is opened with, where its rules come from data or the environment. */
  readonly decider:
    | TableDecider<State, Command, Event, Table, Rules>
    | ((given: Given) => TableDecider<State, Command, Event, Table, Rules>);
  readonly timers?: (state: State, given: Given) => readonly Timer[];
  /** The command that a due timer gives; it must be accepted and must end that timer. */
  readonly elapse?: (timer: Timer) => NoInfer<Command>;
  readonly belonging: (state: Made<State>) => Belonging;
  /** A domain event without an entry does not compile. */
  readonly events: {
    readonly [Type in Event['type']]: Told<OfType<Event, Type>, Snapshot, View<State>>;
  };
  /** What everybody may know of it, told with each event. */
  readonly snapshot: (view: View<State>) => Snapshot;
  readonly lists: Lists<Scope, Asked>;
  /** Indexes beside those of the lists: unique facts, keys. */
  readonly indexes?: readonly IndexDeclaration[];
  /** Look-ups beside the lists, for `journal.findBy`. */
  readonly queries?: Readonly<Record<string, QueryShape>>;
  /** What its type of the SDL reads of it: everything when absent. */
  readonly shown?: Shown<Made<State>>;
  /** Single reads, edges, lists, counts and commands all ask this one. Null: nothing. */
  readonly sight: (viewer: Viewer, given: Given) => Sight<Scope> | null;
  /** Whom a single one is shown to beside who finds it in his lists: the superior before whom a report lies. */
  readonly alsoSees?: (
    viewer: Viewer,
    view: View<State>,
    given: Given,
  ) => boolean | Promise<boolean>;
}

/** The types of one kind, under one name: so that what works with a kind has one parameter. */
export interface KindTypes {
  readonly state: WithStatus;
  readonly command: Typed;
  readonly event: JournalEvent;
  /** The decider's branches: in their return types stands what each command can be refused for. */
  readonly rules: unknown;
  readonly scope: string;
  readonly filters: Filters;
  /** What the kind is opened with: `unknown` when nothing hangs on it. */
  readonly given: unknown;
}

/** A kind with what its rules and its sight hang on. */
export interface GivenKind<T extends KindTypes> {
  readonly type: AggregateType<T['state'], T['command'], T['event'], RefusalOf<T['rules']>> & {
    /** The contract event of an entry, undefined when it is private. */
    readonly publish: (
      entry: { readonly event: T['event'] },
      state: T['state'],
      id: string,
    ) => ContractFact | undefined;
  };
  readonly keptForYears: number;
  readonly permitted: PermittedTable<T['state'], T['command']>;
  readonly sight: (viewer: Viewer) => Sight<T['scope']> | null;
  readonly sees: (viewer: Viewer, loaded: Loaded<T['state']>) => boolean | Promise<boolean>;
}

/** What a kind takes when it is opened: nothing where nothing hangs on it. */
export type Opening<T extends KindTypes> = unknown extends T['given'] ? [] : [given: T['given']];

export interface Kind<T extends KindTypes> {
  readonly kind: string;
  readonly lists: Lists<T['scope'], T['filters']>;
  readonly toView: (loaded: Loaded<T['state']>) => View<T['state']>;
  /** The parts of a document that are read where this operation shows it; undefined where all of it is. */
  readonly partsShown: (asking: Asking) => readonly string[] | undefined;
  /** The kind as the journal keeps it. A service opens it (`kinds.open`); specs ask this. */
  readonly with: (...given: Opening<T>) => GivenKind<T>;
  /** In types only. */
  readonly types?: T;
}

/** The journal of a kind. */
export type JournalOf<T extends KindTypes> = Journal<
  T['state'],
  T['command'],
  T['event'],
  RefusalOf<T['rules']>
>;
/** The types of a kind: `TypesOf<typeof alertKind>`. */
export type TypesOf<Of> = Of extends Kind<infer T> ? T : never;

/**
 * All that is stored, told, listed and seen of one kind of aggregate. Fifty kinds are defined like this: what
 * one does not say is the same for all.
 */
export function defineKind<
  State extends WithStatus,
  Command extends Typed,
  Event extends JournalEvent,
  Table extends PermittedTable<State, Command>,
  Rules,
  Snapshot,
  Scope extends string,
  const Asked extends Filters,
  Given,
>(
  definition: KindDefinition<State, Command, Event, Table, Rules, Snapshot, Scope, Asked, Given>,
): Kind<{
  readonly state: State;
  readonly command: Command;
  readonly event: Event;
  readonly rules: Rules;
  readonly scope: Scope;
  readonly filters: Asked;
  readonly given: Given;
}> {
  const { belonging, events, snapshot, lists, sight, alsoSees, decider, timers, ...more } =
    definition;
  const { indexes = [], queries = {}, shown, keptForYears = 30, ...stored } = more;
  const { kind } = stored;
  const toView = ({ state, id, version, personal, erasures }: Loaded<State>): View<State> => ({
    ...made(kind, state),
    ...{ id, version },
    ...(personal && { personal }),
    ...(erasures && { erasures }),
  });
  const told: Readonly<Record<string, unknown>> = events;
  return {
    ...{ kind, lists, toView },
    partsShown: partsOf(shown, lists),
    with: (...[opened]: readonly unknown[]) => {
      // Without what it is opened with a kind has no function that asks for it: `Opening` says so.
      const given = opened as Given;
      const rules = typeof decider === 'function' ? decider(given) : decider;
      return {
        type: {
          ...stored,
          decider: rules,
          ...(timers && { timers: (state: State) => timers(state, given) }),
          belonging: (state) => belonging(made(kind, state)),
          publish: ({ event }, state, id) => {
            if (state.status === 'ABSENT') return undefined;
            const entry = told[event.type] as Told<Event, Snapshot, View<State>>;
            if (entry === null) return undefined;
            const view = toView({ id, version: 0, state });
            const seen = snapshot(view);
            return typeof entry === 'function'
              ? entry(event, seen, view)
              : { contract: entry, data: { happened: {}, snapshot: seen } };
          },
          indexes: [...indexesOf(lists), ...indexes],
          queries: { ...queriesOf(lists), ...queries },
        },
        keptForYears,
        permitted: rules.permitted,
        sight: (viewer) => sight(viewer, given),
        sees: (viewer, loaded) => {
          const seen = sight(viewer, given);
          if (seen && isWithin(seen, { ...loaded, ...belonging(made(kind, loaded.state)) }, lists))
            return true;
          return alsoSees?.(viewer, toView(loaded), given) ?? false;
        },
      };
    },
  };
}

/** As a list of this sight would have it. */
function isWithin<Scope extends string>(
  { name, value, except = {} }: Sight<Scope>,
  document: object,
  { scopes }: Pick<Lists<Scope, Filters>, 'scopes'>,
): boolean {
  const field = scopes[name];
  const isLeftOut = Object.entries(except).some(([path, left]) => valueAt(document, path) === left);
  const held = field === null ? [] : [valueAt(document, field)].flat();
  const isOneOfThem = [value].flat().some((one) => held.includes(one));
  return (field === null || isOneOfThem) && !isLeftOut;
}

function made<State extends WithStatus>(kind: string, state: State): Made<State> {
  // No document is without its first entry.
  if (state.status === 'ABSENT') throw new Error(`No ${kind} is there before it is made.`);
  return state as Made<State>;
}

const valueAt = (document: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
      document,
    );
