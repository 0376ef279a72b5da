import type { Journal, JournalEvent, ListRequest, Page, PageRequest } from '@onewindow/persistence';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { Instant } from '@onewindow/kernel';

/** What a list asks for within the viewer's scope; null where he has none and sees nothing. */
export type Wanted = Pick<ListRequest, 'query' | 'equality'> | null;

export interface Paged<State> {
  readonly page: (wanted: Wanted, page: PageRequest) => Promise<Page<State>>;
  readonly count: (wanted: Wanted) => Promise<number>;
}
export interface PagedOf<State> {
  /** The page of one parent: one Mongo command for all parents that are asked for the same page. */
  readonly page: (parent: string, wanted: Wanted, page: PageRequest) => Promise<Page<State>>;
  readonly count: (parent: string, wanted: Wanted) => Promise<number>;
}

const NOTHING = { edges: [], hasNextPage: false, hasPreviousPage: false };

export function paged<State, Command, Event extends JournalEvent, Rejection>(
  journal: Journal<State, Command, Event, Rejection>,
  at: Instant,
): Paged<State> {
  return {
    page: (wanted, page) =>
      wanted ? journal.list({ ...wanted, ...page }, at) : Promise.resolve(NOTHING),
    count: (wanted) => (wanted ? journal.count(wanted) : Promise.resolve(0)),
  };
}

export function pagedOf<State, Command, Event extends JournalEvent, Rejection>(
  journal: Journal<State, Command, Event, Rejection>,
  field: string,
  at: Instant,
): PagedOf<State> {
  const pages = new Map<string, Loader<string, Page<State>>>();
  const counts = new Map<string, Loader<string, number>>();
  return {
    page: (parent, wanted, page) =>
      wanted
        ? once(pages, [wanted, page], (values) =>
            journal.listEach({ ...wanted, ...page, each: { field, values } }, at),
          ).load(parent)
        : Promise.resolve(NOTHING),
    count: (parent, wanted) =>
      wanted
        ? once(counts, [wanted], (values) =>
            journal.countEach({ ...wanted, each: { field, values } }),
          ).load(parent)
        : Promise.resolve(0),
  };
}

/** One loader for all parents that are asked for the same. */
function once<Value>(
  loaders: Map<string, Loader<string, Value>>,
  what: readonly unknown[],
  batch: (parents: readonly string[]) => Promise<readonly Value[]>,
): Loader<string, Value> {
  const name = JSON.stringify(what);
  const loader = loaders.get(name) ?? createLoader(batch);
  loaders.set(name, loader);
  return loader;
}
