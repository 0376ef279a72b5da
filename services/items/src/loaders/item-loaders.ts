import type { Instant } from '@onewindow/kernel';
import { createLoader } from '@onewindow/subgraph';
import type { ItemJournal } from '../persistence/item-aggregate.ts';
import { toItemView } from '../queries/item-view.ts';

/** One Mongo command for all items that a request refers to, and one for all their histories. */
export function createItemLoaders(journal: ItemJournal, at: Instant) {
  return {
    items: createLoader(async (ids: readonly string[]) => {
      const found = await journal.findMany(ids, at);
      return found.map((loaded) => (loaded === null ? null : toItemView(loaded)));
    }),
    histories: createLoader((ids: readonly string[]) => journal.histories(ids)),
  };
}

export type ItemLoaders = ReturnType<typeof createItemLoaders>;
