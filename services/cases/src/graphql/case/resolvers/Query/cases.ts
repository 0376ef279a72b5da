import { listOf } from '@onewindow/service';
import { badUserInput, connectionOf } from '@onewindow/subgraph';
import { toCaseView } from '../../../../queries/case-view.ts';
import { casesIn } from '../../../../queries/list-cases.ts';
import { scopeOf } from '../../../../queries/visible-cases.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const cases: NonNullable<QueryResolvers['cases']> = (
  ...[, args, { journal, viewer, caller }, info]
) => {
  const order = args.orderBy === 'DUE_AT_ASC' ? 'URGENT' : 'NEWEST';
  if (args.filter?.item != null && order === 'URGENT') {
    throw badUserInput({
      en: 'The cases of one item are listed by the time of submission.',
      zh: '同一事项的办件只能按提交时间排列。',
    });
  }
  const scope = scopeOf(viewer);
  const wanted = scope && casesIn({ scope, order, ...args.filter });
  return connectionOf({ args, info }, listOf(journal, wanted, caller.at), toCaseView);
};
