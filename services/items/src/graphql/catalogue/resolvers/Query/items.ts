import { connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import { toItemView } from '../../../../queries/item-view.ts';
import { countItems, listItems } from '../../../../queries/list-items.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const items: NonNullable<QueryResolvers['items']> = async (
  ...[, args, { journal, caller }, info]
) => {
  const listing = { ...args.filter, orderBy: args.orderBy };
  const page = await listItems(journal, { listing, page: pageRequest(args), at: caller.at });
  return {
    ...connection(page, toItemView),
    totalCount: await countWhenAsked(info, () => countItems(journal, listing)),
  };
};
