import { isPublic } from '../../../domain/disclosure-entry.ts';
import { isOfDesk } from '../../../queries/visible-entries.ts';
import { availableActions } from '../available-actions.ts';
import type { DisclosureEntryResolvers } from './../../types.generated.ts';

export const DisclosureEntry: DisclosureEntryResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.entries.load(id),
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
  replacedBy: (entry, _args, { loaders }) =>
    entry.status === 'REPLACED' ? loaders.entries.load(entry.successor.id) : null,
  review: (entry, _args, { viewer }) => {
    if (!('review' in entry) || entry.review === null || !isOfDesk(viewer, entry)) return null;
    const { at: reviewedAt, opinion } = entry.review;
    return { reviewedAt, opinion };
  },
  exemption: (entry) => (entry.status === 'EXEMPTED' ? entry.exemption : null),
  withdrawalReason: (entry) => (entry.status === 'WITHDRAWN' ? entry.withdrawal.reason : null),
  availableActions: (entry, _args, { viewer }) => availableActions(viewer, entry),
};
