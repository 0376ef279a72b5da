import { connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import { toEntryView } from '../../../queries/entry-view.ts';
import type { ServiceItemResolvers } from './../../types.generated.ts';

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  disclosures: async (...[{ id }, { includeReplaced, ...args }, { loaders }, info]) => {
    const [page, totalCount] = await Promise.all([
      loaders.entriesOfItem(id, { ...pageRequest(args), includeReplaced }),
      countWhenAsked(info, () => loaders.countOfItem(id, { includeReplaced })),
    ]);
    return { ...connection(page, toEntryView), totalCount };
  },
};
