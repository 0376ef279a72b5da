import type { Instant } from '@onewindow/kernel';
import type {
  Journal,
  JournalEvent,
  ListEachRequest,
  Loaded,
  ListRequest,
  Page,
  PageRequest,
} from '@onewindow/persistence';
import { createLoader, type List, type Loader } from '@onewindow/subgraph';

/** What a journal's list holds, whichever page of it is read. */
export type ListQuery = Omit<ListRequest, keyof PageRequest>;
type EachQuery = Omit<ListEachRequest, keyof PageRequest>;
type Listed<State> = Journal<State, unknown, JournalEvent, unknown>;

/** A journal's list. Null, where the viewer may see none of it, stays null. */
export function listOf<State>(
  journal: Pick<Listed<State>, 'list' | 'count'>,
  query: ListQuery | null,
  at: Instant,
): List<Loaded<State>> | null {
  return (
    query && {
      page: (page) => journal.list({ ...query, ...page }, at),
      count: (atMost) => journal.count({ ...query, atMost }),
    }
  );
}

/**
 * A parent's list, for the resolvers of one request: one Mongo command for all parents that are asked for
 * the same page, and one for how many each has. `queryOf` says what is read of them when they are `asked`
 * for; null, where the viewer may see none of it, stays null.
 */
export function listsOfEach<State, Asked>(
  journal: Pick<Listed<State>, 'listEach' | 'countEach'>,
  queryOf: (asked: Asked, parents: readonly string[]) => EachQuery,
  at: Instant,
): (parent: string, asked: Asked | null) => List<Loaded<State>> | null {
  const pages = new Map<string, Loader<string, Page<State>>>();
  const counts = new Map<string, Loader<string, number>>();
  return (parent, asked) =>
    asked && {
      page: (page) =>
        once(pages, [asked, page], (parents) =>
          journal.listEach({ ...queryOf(asked, parents), ...page }, at),
        ).load(parent),
      count: (atMost) =>
        once(counts, [asked, atMost], (parents) =>
          journal.countEach({ ...queryOf(asked, parents), atMost }),
        ).load(parent),
    };
}

/** One loader for all parents that are asked for the same. */
function once<Value>(
  loaders: Map<string, Loader<string, Value>>,
  same: readonly unknown[],
  batch: (parents: readonly string[]) => Promise<readonly Value[]>,
): Loader<string, Value> {
  const name = JSON.stringify(same);
  const loader = loaders.get(name) ?? createLoader(batch);
  loaders.set(name, loader);
  return loader;
}
