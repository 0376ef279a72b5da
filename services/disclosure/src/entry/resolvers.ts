import { endOfDay, startOfDay } from '@onewindow/calendar';
import { actionsOf, type Completing, erasuresOf, listOf, oneOf } from '@onewindow/service';
import { badUserInput, connectionOf } from '@onewindow/subgraph';
import type {
  DisclosureEntryFilter,
  DisclosureEntryResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { isOfDesk } from './desk.ts';
import { isPublic, type EntryStatus } from './domain/disclosure-entry.ts';
import { wantedTerms, type Facets } from './domain/search-terms.ts';
import { entryCommands, offersReplacement } from './entry.commands.ts';
import { entryKind } from './entry.kind.ts';
import { publicRequest } from './list-entries.ts';

const NOT_PUBLIC: readonly EntryStatus[] = [
  'PLANNED',
  'UNDER_REVIEW',
  'RETURNED_FOR_CHANGE',
  'APPROVED',
  'EXEMPTED',
  'WITHDRAWN',
];

export const Mutation: Pick<
  Required<MutationResolvers>,
  keyof typeof entryCommands.rows
> = mutationsOf(entryCommands);

export const Query = {
  disclosureEntry: oneOf(entryKind),
  disclosureEntries: (...[, { filter, search, orderBy, ...args }, { kinds, caller }, info]) => {
    const wanted = publicRequest({
      ...narrowed(filter ?? {}),
      search: searched(search),
      order: orderBy === 'PUBLISHED_AT_ASC' ? 'oldest' : 'newest',
    });
    const list = listOf(kinds.of(entryKind).journal, wanted, caller.at);
    return connectionOf({ args, info }, list, entryKind.toView);
  },
  disclosureDesk: (...[, { statuses, ...args }, { kinds }, info]) => {
    const list = kinds.of(entryKind).list({ filter: { status: statuses ?? NOT_PUBLIC } });
    return connectionOf({ args, info }, list, entryKind.toView);
  },
} satisfies QueryResolvers;

/** What is made from an entry that is there. */
const CREATING = { REPLACE_DISCLOSURE_ENTRY: offersReplacement };

export const DisclosureEntry: Completing<DisclosureEntryResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(entryKind).byId.load(id),
  title: ({ content }) => content.title,
  body: ({ content }) => content.body,
  basis: ({ content }) => content.basis,
  phase: ({ content }) => content.phase,
  nature: ({ content }) => content.nature,
  cadence: ({ content }) => content.cadence,
  topicGroup: ({ content }) => content.topicGroup,
  channels: (entry) => (isPublic(entry) ? entry.channels : []),
  item: ({ content: { item } }) => (item === null ? null : { id: item }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => (centre === null ? null : { id: centre }),
  certificateNumber: ({ origin }) =>
    origin.kind === 'CERTIFICATE' ? origin.certificateNumber : null,
  publishedAt: (entry) => (isPublic(entry) ? entry.publishedAt : null),
  replacedBy: (entry, _, { kinds }) =>
    entry.status === 'REPLACED' ? kinds.of(entryKind).byId.load(entry.successor.id) : null,
  review: (entry, _, { viewer }) => {
    if (!('review' in entry) || entry.review === null || !isOfDesk(viewer, entry)) return null;
    const { at: reviewedAt, opinion } = entry.review;
    return { reviewedAt, opinion };
  },
  exemption: (entry) => (entry.status === 'EXEMPTED' ? entry.exemption : null),
  withdrawalReason: (entry) => (entry.status === 'WITHDRAWN' ? entry.withdrawal.reason : null),
  availableActions: actionsOf(entryCommands, CREATING),
  actions: offeredBy(entryCommands, CREATING),
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

/** What is searched for. A search of nothing that is written would find everything, so it is refused. */
function searched(search: string | null | undefined): string {
  const text = search?.trim() ?? '';
  if (text !== '' && wantedTerms({}, text).length === 0) {
    throw badUserInput({ en: 'A search needs letters or digits.', zh: '检索词须含文字或数字。' });
  }
  return text;
}
