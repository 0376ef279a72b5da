import type { ItemContent } from '../item/domain/item-content.ts';
import type { KnownItem } from '../item/domain/item.ts';
import type { FindableItem } from './rank-items.ts';
import type { SearchKeys } from './search-keys.ts';
import type { ItemJournal } from '../item/item.kind.ts';

/** What a search needs of an item: what it is called, and what its filters ask for. */
export interface SiftedItem
  extends
    FindableItem,
    Pick<KnownItem, 'department' | 'region'>,
    Pick<ItemContent, 'kind' | 'nationalType' | 'handlingMode'> {}

type Head = 'status' | 'department' | 'region' | 'codes';
type Said = 'name' | 'kind' | 'nationalType' | 'handlingMode' | 'results';

/** The stored parts that `PARTS` names. */
interface StoredParts extends Pick<KnownItem, Head> {
  readonly content: Pick<ItemContent, Said>;
  readonly search: Pick<SearchKeys, 'sounds'>;
}
const HEAD = ['status', 'department', 'region', 'codes'] as const satisfies readonly Head[];
const SAID = [
  'name',
  'kind',
  'nationalType',
  'handlingMode',
  'results',
] as const satisfies readonly Said[];
const PARTS = [...HEAD, ...SAID.map((field) => `content.${field}`), 'search.sounds'];

/** The items that share the most of these terms. */
export async function siftItems(
  journal: ItemJournal,
  terms: readonly string[],
  limit: number,
): Promise<readonly SiftedItem[]> {
  const most = 'state.search.terms';
  const sifted = await journal.sift({
    query: 'sharing',
    equality: { [most]: terms },
    most,
    parts: PARTS,
    limit,
  });
  return sifted.map(({ id, state }) => toItem(id, state as StoredParts));
}

function toItem(id: string, { content, search, ...head }: StoredParts): SiftedItem {
  const { name, results, ...said } = content;
  const others = results.map((result) => result.name);
  return { id, ...head, ...said, title: name, others, sounds: search.sounds };
}
