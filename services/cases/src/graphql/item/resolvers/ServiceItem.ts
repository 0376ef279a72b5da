import { connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import { toCaseView } from '../../../queries/case-view.ts';
import { ours } from '../../case/case-page.ts';
import type { ServiceItemResolvers } from './../../types.generated.ts';

export const ServiceItem: ServiceItemResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  cases: async (...[{ id }, args, { casesOfItem, countOfItem }, info]) => {
    const [page, totalCount] = await Promise.all([
      ours(casesOfItem(id, pageRequest(args))),
      countWhenAsked(info, () => countOfItem.load(id)),
    ]);
    return { ...connection(page, toCaseView), totalCount };
  },
};
