import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { Loaded } from '@onewindow/persistence';
import { listsOfEach } from '@onewindow/service';
import { createLoader, type List, type Loader } from '@onewindow/subgraph';
import type { EntryState } from '../domain/disclosure-entry.ts';
import type { EntryJournal } from '../persistence/entry-type.ts';
import { toEntryView, type EntryView } from '../queries/entry-view.ts';
import { ofCases, ofItems } from '../queries/list-entries.ts';
import { mayRead } from '../queries/visible-entries.ts';

export interface Loaders {
  /** The entries of these ids that the viewer may read: one Mongo command for all. Null for every other. */
  readonly entries: Loader<string, EntryView | null>;
  /** An item's public entries: one Mongo command for all items that are asked for the same page. */
  readonly entriesOfItem: (
    item: string,
    listed: { readonly includeReplaced: boolean },
  ) => List<Loaded<EntryState>> | null;
  /** The public entry of a case's certificate, null where there is none: one Mongo command for all. */
  readonly resultOfCase: Loader<string, EntryView | null>;
}

/** The loaders of one request. */
export function createLoaders(
  entries: EntryJournal,
  { viewer, at }: { readonly viewer: Viewer; readonly at: Instant },
): Loaders {
  return {
    entries: createLoader(async (ids) => {
      const found = await entries.findMany(ids, at);
      return found.map((loaded) => {
        const view = loaded && toEntryView(loaded);
        return view && mayRead(viewer, view) ? view : null;
      });
    }),
    entriesOfItem: listsOfEach(entries, ofItems, at),
    resultOfCase: createLoader(async (cases) => {
      const found = await entries.listEach({ ...ofCases(cases), first: 1 }, at);
      return found.map(({ edges: [edge] }) => (edge ? toEntryView(edge.node) : null));
    }),
  };
}
