import { listOf } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { toCaseView } from '../../../../queries/case-view.ts';
import { casesIn } from '../../../../queries/list-cases.ts';
import { scopeOf } from '../../../../queries/visible-cases.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const myCases: NonNullable<QueryResolvers['myCases']> = (
  ...[, args, { journal, viewer, caller }, info]
) => {
  const scope = scopeOf(viewer);
  const own = scope?.name === 'applicant' ? casesIn({ scope, order: 'NEWEST' }) : null;
  return connectionOf({ args, info }, listOf(journal, own, caller.at), toCaseView);
};
