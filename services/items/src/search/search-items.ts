import type { PageRequest } from '@onewindow/persistence';
import type { HandlingMode, ItemKind, NationalItemType } from '../item/domain/item-content.ts';
import type { ItemStatus } from '../item/domain/item.ts';
import type { ItemJournal } from '../item/item.kind.ts';
import { siftItems, type SiftedItem } from './sift-items.ts';
import { countValues, passing, type Facet } from './facets.ts';
import type { Question } from './question.ts';
import { rankItems } from './rank-items.ts';
import { pageOfRanked } from './ranked-page.ts';

type OneOf<Value> = readonly Value[] | null | undefined;

/** Which of what fits the question; what is given is fulfilled all together. */
export interface ItemSearchFilter {
  readonly status?: OneOf<ItemStatus>;
  readonly department?: OneOf<string>;
  readonly kind?: OneOf<ItemKind>;
  readonly nationalType?: OneOf<NationalItemType>;
  readonly handlingMode?: OneOf<HandlingMode>;
  readonly region?: OneOf<string>;
}

export interface ItemSearch {
  readonly typed: string;
  readonly question: Question;
  readonly filter: ItemSearchFilter;
  readonly page: PageRequest;
}

/** What is offered no longer is found only by who asks for it. */
const OFFERED = [
  'IDENTIFIED',
  'SUBMITTED_FOR_REVIEW',
  'CONFIRMED',
  'PUBLISHED',
  'IN_SERVICE',
  'SUSPENDED',
] as const satisfies readonly ItemStatus[];

/** How many are ranked: a district has some hundreds of items in all. */
export const MOST_CANDIDATES = 500;

/** One Mongo command; counts are of what was ranked, which is all that fits unless `isComplete` is false. */
export async function searchItems(
  journal: ItemJournal,
  { typed, question, filter, page }: ItemSearch,
) {
  const candidates = await siftItems(journal, question.terms, MOST_CANDIDATES + 1);
  const ranked = rankItems(question, candidates.slice(0, MOST_CANDIDATES));
  const facets = facetsOf(filter);
  const all = Object.values(facets);
  const items = ranked.map(({ item }) => item);
  const found = new Set(passing(items, all));
  const rows = ranked.filter(({ item }) => found.has(item));
  return {
    ...pageOfRanked(typed, rows, page),
    total: rows.length,
    isComplete: candidates.length <= MOST_CANDIDATES,
    facets: {
      status: countValues(items, facets.status, all),
      department: countValues(items, facets.department, all),
      kind: countValues(items, facets.kind, all),
      nationalType: countValues(items, facets.nationalType, all),
      handlingMode: countValues(items, facets.handlingMode, all),
      region: countValues(items, facets.region, all),
    },
  };
}

function facetsOf(filter: ItemSearchFilter) {
  const facet = <Value extends string>(
    of: (item: SiftedItem) => Value | null,
    wanted: OneOf<Value>,
  ): Facet<SiftedItem, Value> => ({ of, wanted });
  return {
    status: facet(({ status }) => status, filter.status ?? OFFERED),
    department: facet(({ department }) => department, filter.department),
    kind: facet(({ kind }) => kind, filter.kind),
    nationalType: facet(({ nationalType }) => nationalType, filter.nationalType),
    handlingMode: facet(({ handlingMode }) => handlingMode, filter.handlingMode),
    region: facet(({ region }) => region, filter.region),
  };
}
