import { endOfDay, startOfDay } from '@onewindow/calendar';
import { badUserInput, connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import { wantedTerms, type Facets } from '../../../../domain/search-terms.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { countEntries, listEntries, type PublicList } from '../../../../queries/list-entries.ts';
import type { DisclosureEntryFilter, QueryResolvers } from './../../../types.generated.ts';

export const disclosureEntries: NonNullable<QueryResolvers['disclosureEntries']> = async (
  ...[, { filter, search, orderBy, ...args }, { journal, caller }, info]
) => {
  const list: PublicList = {
    ...narrowed(filter ?? {}),
    search: searched(search),
    order: orderBy === 'PUBLISHED_AT_ASC' ? 'oldest' : 'newest',
  };
  const page = pageRequest(args);
  return {
    ...connection(await listEntries(journal, { ...list, ...page }, caller.at), toEntryView),
    totalCount: await countWhenAsked(info, () => countEntries(journal, list)),
  };
};

function narrowed({
  includeReplaced,
  publishedFrom,
  publishedTo,
  ...given
}: DisclosureEntryFilter) {
  const named = Object.entries(given).filter(([, value]) => value != null);
  return {
    facets: Object.fromEntries(named) as Facets,
    includeReplaced: includeReplaced ?? false,
    ...(publishedFrom != null && { publishedFrom: startOfDay(publishedFrom) }),
    ...(publishedTo != null && { publishedBefore: endOfDay(publishedTo) }),
  };
}

/** At most what somebody types; a search of nothing that is written would find everything. */
function searched(search: string | null | undefined): string {
  const text = search?.trim() ?? '';
  if (text.length > 100) throw badUserInput('A search has at most 100 characters.');
  if (text !== '' && wantedTerms({}, text).length === 0) {
    throw badUserInput('A search needs letters or digits.');
  }
  return text;
}
