import {
  DISCLOSURE_ELEMENTS,
  missingElements,
  publicProfile,
} from '../../../domain/disclosure-completeness.ts';
import { availableActions } from '../../../queries/available-actions.ts';
import { nextRevisionOf, revisionsOf } from '../../../queries/item-revisions.ts';
import type { Viewer } from '@onewindow/identity';
import type { ServiceItemResolvers } from '../../types.generated.ts';
import { pageRequest } from '@onewindow/subgraph';

/** What is said of an item before it is public is for who edits items or reviews them. */
const worksOnItems = ({ scopes }: Viewer): boolean =>
  scopes.has('items:edit') || scopes.has('items:review');

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.items.load(id),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => (centre === null ? null : { id: centre }),
  lastReview: ({ lastReview }, _args, { viewer }) => {
    if (lastReview === null || !worksOnItems(viewer)) return null;
    const { at, ...review } = lastReview;
    return { ...review, reviewedAt: at };
  },
  nextRevision: (item, _args, { viewer }) => (worksOnItems(viewer) ? nextRevisionOf(item) : null),
  publicProfile: (item) => {
    const profile = publicProfile(item);
    return DISCLOSURE_ELEMENTS.map((element) => ({ element, text: profile[element] }));
  },
  disclosureCompleteness: (item) => {
    const missing = missingElements(item);
    const present = DISCLOSURE_ELEMENTS.filter((element) => !missing.includes(element));
    return { isComplete: missing.length === 0, present, missing };
  },
  revisions: async ({ id }, args, { loaders }) =>
    revisionsOf(await loaders.histories.load(id)).slice(0, pageRequest(args).first),
  availableActions: (item, _args, { viewer }) => availableActions(item, viewer),
};
