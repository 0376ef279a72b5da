import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { Page, PageRequest } from '@onewindow/persistence';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { EntryState } from '../domain/disclosure-entry.ts';
import type { EntryJournal } from '../persistence/entry-type.ts';
import { toEntryView, type EntryView } from '../queries/entry-view.ts';
import { ofCases, ofItems } from '../queries/list-entries.ts';
import { mayRead } from '../queries/visible-entries.ts';

interface Listed {
  readonly includeReplaced: boolean;
}
export interface Loaders {
  /** The entries of these ids that the viewer may read: one Mongo command for all. Null for every other. */
  readonly entries: Loader<string, EntryView | null>;
  /** An item's public entries: one Mongo command for all items that are asked for the same page. */
  readonly entriesOfItem: (item: string, page: PageRequest & Listed) => Promise<Page<EntryState>>;
  readonly countOfItem: (item: string, listed: Listed) => Promise<number>;
  /** The public entry of a case's certificate, null where there is none: one Mongo command for all. */
  readonly resultOfCase: Loader<string, EntryView | null>;
}

/** The loaders of one request. */
export function createLoaders(
  entries: EntryJournal,
  { viewer, at }: { readonly viewer: Viewer; readonly at: Instant },
): Loaders {
  const pages = byName(({ includeReplaced, ...page }: PageRequest & Listed) =>
    createLoader((items: readonly string[]) =>
      entries.listEach({ ...ofItems(items, includeReplaced), ...page }, at),
    ),
  );
  const counts = byName(({ includeReplaced }: Listed) =>
    createLoader((items: readonly string[]) => entries.countEach(ofItems(items, includeReplaced))),
  );
  return {
    entries: createLoader(async (ids) => {
      const found = await entries.findMany(ids, at);
      return found.map((loaded) => {
        const view = loaded && toEntryView(loaded);
        return view && mayRead(viewer, view) ? view : null;
      });
    }),
    entriesOfItem: (item, page) => pages(page).load(item),
    countOfItem: (item, listed) => counts(listed).load(item),
    resultOfCase: createLoader(async (cases) => {
      const found = await entries.listEach({ ...ofCases(cases), first: 1 }, at);
      return found.map(({ edges: [edge] }) => (edge ? toEntryView(edge.node) : null));
    }),
  };
}

/** One loader for all that ask for the same. */
function byName<Asked extends object, Made>(make: (asked: Asked) => Made) {
  const made = new Map<string, Made>();
  return (asked: Asked): Made => {
    const name = JSON.stringify(Object.entries(asked).sort());
    const one = made.get(name) ?? make(asked);
    made.set(name, one);
    return one;
  };
}
