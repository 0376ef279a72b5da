import { listsOfEach, type Caller } from '@onewindow/service';
import { createLoader, type List, type Loader } from '@onewindow/subgraph';
import type { Loaded } from '@onewindow/persistence';
import type { EntryState } from './domain/disclosure-entry.ts';
import { entryKind, type EntryJournal, type EntryView } from './entry.kind.ts';
import { ofCases, ofItems } from './list-entries.ts';

/** What items and cases lead to: public entries, the same for everybody. */
export interface PublicEntries {
  /** An item's public entries: one Mongo command for all items that are asked for the same page. */
  readonly entriesOfItem: (
    item: string,
    listed: { readonly includeReplaced: boolean },
  ) => List<Loaded<EntryState>> | null;
  /** The public entry of a case's certificate, null where there is none: one Mongo command for all. */
  readonly resultOfCase: Loader<string, EntryView | null>;
}

/** The loaders of one request. */
export function publicEntriesOf(entries: EntryJournal, { at }: Pick<Caller, 'at'>): PublicEntries {
  return {
    entriesOfItem: listsOfEach(entries, ofItems, at),
    resultOfCase: createLoader(async (cases) => {
      const found = await entries.listEach({ ...ofCases(cases), first: 1 }, at);
      return found.map(({ edges: [edge] }) => (edge ? entryKind.toView(edge.node) : null));
    }),
  };
}
