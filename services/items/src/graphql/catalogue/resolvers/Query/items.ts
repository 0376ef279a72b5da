import { listOf } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { toItemView } from '../../../../queries/item-view.ts';
import { lookupOf } from '../../../../queries/list-items.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const items: NonNullable<QueryResolvers['items']> = (
  ...[, args, { journal, caller }, info]
) => {
  const wanted = lookupOf({ ...args.filter, orderBy: args.orderBy });
  return connectionOf({ args, info }, listOf(journal, wanted, caller.at), toItemView);
};
