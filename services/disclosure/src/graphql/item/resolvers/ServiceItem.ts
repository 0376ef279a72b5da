import { connectionOf } from '@onewindow/subgraph';
import { toEntryView } from '../../../queries/entry-view.ts';
import type { ServiceItemResolvers } from './../../types.generated.ts';

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  disclosures: (...[{ id }, { includeReplaced, ...args }, { loaders }, info]) =>
    connectionOf({ args, info }, loaders.entriesOfItem(id, { includeReplaced }), toEntryView),
};
