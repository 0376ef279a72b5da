import type { PermittedTable } from '@onewindow/kernel';
import type { ErasureOutcome, Loaded, TextVault } from '@onewindow/persistence';
import { createLoader, type List, type Loader } from '@onewindow/subgraph';
import type { Caller } from '../command-meta.ts';
import type { Foundation } from '../foundation.ts';
import { listOf, listsOfEach, type ListQuery } from '../lists.ts';
import type { GivenKind, JournalOf, Kind, KindTypes, Opening, View } from './define-kind.ts';
import { eraseInKinds, type ErasureRefusal, type WantedErasure } from './erase-in-kinds.ts';
import { equalityOf, type Asked, type Sight } from './scoped-lists.ts';
import type { Asking } from './shown.ts';

/** Which list is wanted. */
export interface Wanted<T extends KindTypes> {
  readonly filter?: Asked<T['filters']> | null | undefined;
  readonly order?: 'newest' | 'oldest';
  /** The scopes that this list is for: to who sees the kind within another one it is empty. All when absent. */
  readonly scopes?: readonly T['scope'][];
  /** In place of the kind's own sight: for the list of a parent of which it was asked who sees all of its rows. */
  readonly sight?: Sight<T['scope']>;
}

/** Reads of one kind, within what the viewer may see. */
export interface Reads<T extends KindTypes> {
  /** One Mongo command for all ids of a request. Null where there is none that the viewer may see. */
  readonly byId: Loader<string, View<T['state']> | null>;
  /** Null where the viewer may see none at all. */
  readonly list: (wanted: Wanted<T>) => List<Loaded<T['state']>> | null;
  /** The list of one parent: one Mongo command for all parents that are asked for the same. */
  readonly listOfParent: (
    parent: string,
    id: string,
    wanted: Wanted<T>,
  ) => List<Loaded<T['state']>> | null;
}

/** One kind as one viewer reads it: nothing that he may not see comes out of a loader or a list. */
export interface Opened<T extends KindTypes> extends Reads<T> {
  readonly journal: JournalOf<T>;
  readonly permitted: PermittedTable<T['state'], T['command']>;
  readonly sees: GivenKind<T>['sees'];
  /** Whether the viewer of this request may see one that was found by other means: by its receipt. */
  readonly shows: (view: View<T['state']>) => Promise<boolean>;
  /** As `byId`, but read anew: for the facts of a command, which is asked again after a lost write. */
  readonly fresh: (id: string) => Promise<View<T['state']> | null>;
  /**
   * The same reads for what goes into the answer and nowhere else: of each only what this operation shows of the kind's
   * type (`Shown`). Its views have no more.
   */
  readonly asked: (asking: Asking) => Reads<T>;
}

/** The kinds of a service, as one request reads them. */
export interface Kinds {
  of<T extends KindTypes>(kind: Kind<T>): Opened<T>;
  /** Erases all texts of a record of whichever kind, if the viewer may see it and it need not be kept: `erasureOf`. */
  erase(wanted: WantedErasure): Promise<ErasureOutcome<ErasureRefusal>>;
}

/** Kinds on a service's foundation. */
export interface OpenKinds {
  /** Once for each kind, when the service is assembled: with what its rules and its sight hang on. */
  open<T extends KindTypes>(kind: Kind<T>, ...given: Opening<T>): JournalOf<T>;
  /** Once for each request. */
  forRequest(caller: Pick<Caller, 'viewer' | 'at'>): Kinds;
}

interface Known<T extends KindTypes> extends GivenKind<T> {
  readonly kind: Kind<T>;
  readonly journal: JournalOf<T>;
}

/**
 * What opens the kinds of a service. `texts` seals what people wrote (`foundation.vault`): a kind that has such texts
 * is not opened without.
 */
export function openKinds({ journal }: Pick<Foundation, 'journal'>, texts?: TextVault): OpenKinds {
  // Under a kind both maps hold what was made of that kind: so its types are the kind's.
  const opened = new Map<object, unknown>();
  return {
    open: <T extends KindTypes>(kind: Kind<T>, ...given: Opening<T>): JournalOf<T> => {
      const known = kind.with(...given);
      const kept = journal(known.type, texts);
      opened.set(kind, { ...known, kind, journal: kept });
      return kept;
    },
    forRequest: (caller) => {
      const read = new Map<object, unknown>();
      return {
        of: <T extends KindTypes>(kind: Kind<T>) => {
          const known = opened.get(kind) as Known<T> | undefined;
          if (!known) throw new Error(`The kind ${kind.kind} was not opened.`);
          const reading = (read.get(kind) as Opened<T> | undefined) ?? readingOf(known, caller);
          read.set(kind, reading);
          return reading;
        },
        erase: (wanted) =>
          eraseInKinds(
            [...opened.values()].map((known) => known as Known<KindTypes>),
            caller,
            wanted,
          ),
      };
    },
  };
}

function readingOf<T extends KindTypes>(
  known: Known<T>,
  caller: Pick<Caller, 'viewer' | 'at'>,
): Opened<T> {
  const { kind, journal, permitted, sees } = known;
  const { viewer } = caller;
  const whole = readsOf(known, caller, undefined);
  const inParts = new Map<string, Reads<T>>();
  return {
    ...whole,
    ...{ journal, permitted, sees },
    shows: async (view) => sees(viewer, { ...view, state: view }),
    fresh: (id) => whole.byId.clear(id).load(id),
    asked: (asking) => {
      const parts = kind.partsShown(asking);
      if (parts === undefined) return whole;
      const name = parts.join();
      const reads = inParts.get(name) ?? readsOf(known, caller, parts);
      inParts.set(name, reads);
      return reads;
    },
  };
}

function readsOf<T extends KindTypes>(
  { kind, journal, sight, sees }: Known<T>,
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
  parts: readonly string[] | undefined,
): Reads<T> {
  const { lists, toView } = kind;
  const own = sight(viewer);
  const query = ({ filter, order = 'newest', scopes, sight: given }: Wanted<T>) => {
    const seen = given ?? own;
    if (!seen || !(scopes?.includes(seen.name) ?? true)) return null;
    return {
      query: `${seen.name}:${order}`,
      equality: equalityOf(lists, seen, filter),
      ...(seen.except && { except: seen.except }),
      ...(parts && { parts }),
    } satisfies ListQuery;
  };
  const ofParent = listsOfEach(
    journal,
    ({ parent, query: name, ...asked }: ListQuery & { readonly parent: string }, values) => ({
      ...asked,
      query: `${name}:${parent}`,
      each: { field: lists.of?.[parent] ?? parent, values },
    }),
    at,
  );
  const byId = createLoader(async (ids: readonly string[]) => {
    const found = await journal.findMany(ids, at, parts);
    return Promise.all(
      found.map(async (one) => (one && (await sees(viewer, one)) ? toView(one) : null)),
    );
  });
  return {
    byId,
    list: (wanted) => listOf(journal, query(wanted), at),
    listOfParent: (parent, id, wanted) => {
      const asked = query(wanted);
      return ofParent(id, asked && { ...asked, parent });
    },
  };
}
