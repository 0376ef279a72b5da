import type { ItemEvent, ItemState, KnownItem } from './domain/item.ts';
import { searchKeysOf, type Named, type SearchKeys } from '../search/search-keys.ts';

/** As it is stored: with what it is found by, which neither events nor the graph know of. */
type Searchable = ItemState & { readonly search?: SearchKeys };
interface Evolving {
  readonly evolve: (state: ItemState, event: ItemEvent) => ItemState;
}

/** The decider of what is stored: the same rules, and beside the state the keys that follow from it. */
export const searchable = <Lifecycle extends Evolving>(lifecycle: Lifecycle): Lifecycle => ({
  ...lifecycle,
  evolve: (state: ItemState, event: ItemEvent) => withKeys(state, lifecycle.evolve(state, event)),
});

/** Reading the sounds of a name takes its time: the keys stay while it is called the same. */
function withKeys(before: Searchable, after: ItemState): Searchable {
  if (after.status === 'ABSENT') return after;
  const named = namedOf(after);
  const kept =
    before.status !== 'ABSENT' && sameNames(namedOf(before), named) ? before.search : undefined;
  return { ...after, search: kept ?? searchKeysOf(named) };
}

const namedOf = ({ content, codes }: KnownItem): Named => ({
  title: content.name,
  others: content.results.map(({ name }) => name),
  codes,
});

const sameNames = (one: Named, other: Named) => JSON.stringify(one) === JSON.stringify(other);
