import { endOfDay, startOfDay } from '@onewindow/calendar';
import { listOf } from '@onewindow/service';
import { badUserInput, connectionOf } from '@onewindow/subgraph';
import { wantedTerms, type Facets } from '../../../../domain/search-terms.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { publicRequest } from '../../../../queries/list-entries.ts';
import type { DisclosureEntryFilter, QueryResolvers } from './../../../types.generated.ts';

export const disclosureEntries: NonNullable<QueryResolvers['disclosureEntries']> = (
  ...[, { filter, search, orderBy, ...args }, { journal, caller }, info]
) => {
  const wanted = publicRequest({
    ...narrowed(filter ?? {}),
    search: searched(search),
    order: orderBy === 'PUBLISHED_AT_ASC' ? 'oldest' : 'newest',
  });
  return connectionOf({ args, info }, listOf(journal, wanted, caller.at), toEntryView);
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
  if (text.length > 100)
    throw badUserInput({
      en: 'A search has at most 100 characters.',
      zh: '检索词最多 100 个字符。',
    });
  if (text !== '' && wantedTerms({}, text).length === 0) {
    throw badUserInput({ en: 'A search needs letters or digits.', zh: '检索词须含文字或数字。' });
  }
  return text;
}
