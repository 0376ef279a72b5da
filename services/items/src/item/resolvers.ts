import type { Viewer } from '@onewindow/identity';
import { spellingsOf } from '@onewindow/kernel';
import {
  actionsOf,
  erasuresOf,
  listOf,
  oneOf,
  referenceTo,
  type Completing,
} from '@onewindow/service';
import { connectionOf, pageRequest } from '@onewindow/subgraph';
import type {
  ImportedItemResolvers,
  MutationResolvers,
  QueryResolvers,
  ServiceItemResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { toRefusal } from '../refusal/words.ts';
import {
  DISCLOSURE_ELEMENTS,
  missingElements,
  publicProfile,
} from './domain/disclosure-completeness.ts';
import { chargeOf, policyOf } from './domain/fee-standard.ts';
import { CONTENT_FIELDS, type ItemContent } from './domain/item-content.ts';
import { importItems } from './import-items.ts';
import { nextRevisionOf, revisionsOf } from './item-revisions.ts';
import { itemCommands } from './item.commands.ts';
import { itemKind, type ItemView } from './item.kind.ts';
import { lookupOf } from './list-items.ts';

export const Mutation = {
  ...mutationsOf(itemCommands),
  importItems,
} satisfies Partial<MutationResolvers>;

export const Query = {
  item: oneOf(itemKind),
  itemByCode: async (_, { code }, { kinds, caller }) => {
    const { journal } = kinds.of(itemKind);
    for (const spelling of spellingsOf(code)) {
      const found = await journal.findBy('withCode', { 'state.codes': spelling }, caller.at);
      if (found) return itemKind.toView(found);
    }
    return null;
  },
  items: (...[, args, { kinds, caller }, info]) => {
    const wanted = lookupOf({ ...args.filter, orderBy: args.orderBy });
    const inParts = { ...wanted, parts: itemKind.partsShown(info) };
    const list = listOf(kinds.of(itemKind).journal, inParts, caller.at);
    return connectionOf({ args, info }, list, itemKind.toView);
  },
} satisfies QueryResolvers;

type Said = { readonly [Field in keyof ItemContent]: (item: ItemView) => ItemContent[Field] };
/** What an item says lies in its content, each part under its name in the SDL. */
const said = Object.fromEntries(
  CONTENT_FIELDS.map((field) => [field, ({ content }: ItemView) => content[field]]),
) as unknown as Said;

/** What is said of an item before it is public is for who edits items or reviews them. */
const worksOnItems = ({ scopes }: Viewer): boolean =>
  scopes.has('items:edit') || scopes.has('items:review');

export const ServiceItem: Completing<ServiceItemResolvers> = {
  erasures: erasuresOf,
  ...said,
  __resolveReference: referenceTo(itemKind),
  aliases: ({ code, codes }) => codes.filter((other) => other !== code),
  fees: ({ content: { fees, kind } }) =>
    fees.map((fee) => ({ ...fee, policy: policyOf(fee, kind), charge: chargeOf(fee, kind) })),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => (centre === null ? null : { id: centre }),
  lastReview: ({ lastReview }, _, { viewer }) => {
    if (lastReview === null || !worksOnItems(viewer)) return null;
    const { decision, opinion, at } = lastReview;
    return { decision, opinion, reviewedAt: at };
  },
  nextRevision: (item, _, { viewer }) => (worksOnItems(viewer) ? nextRevisionOf(item) : null),
  publicProfile: ({ content }) => {
    const profile = publicProfile(content);
    return DISCLOSURE_ELEMENTS.map((element) => ({ element, text: profile[element] }));
  },
  disclosureCompleteness: ({ content }) => {
    const missing = missingElements(content);
    const present = DISCLOSURE_ELEMENTS.filter((element) => !missing.includes(element));
    return { isComplete: missing.length === 0, present, missing };
  },
  revisions: async ({ id }, args, { histories }) =>
    revisionsOf(await histories.load(id)).slice(0, pageRequest(args).first),
  availableActions: actionsOf(itemCommands),
  actions: offeredBy(itemCommands),
};

export const ImportedItem: ImportedItemResolvers = {
  reasons: ({ reasons }, _, { language }) =>
    reasons.map((rejection) => {
      const { code, message, rule } = toRefusal(rejection, language);
      return { code, message, rule };
    }),
};
