import { connectionOf } from '@onewindow/subgraph';
import { reportsIn } from '../../../../queries/lists.ts';
import { toReportView } from '../../../../queries/views.ts';
import { reportScope } from '../../../../queries/visible.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const negativeDecisionReports: NonNullable<QueryResolvers['negativeDecisionReports']> = (
  ...[, args, { loaders, viewer }, info]
) => {
  const scope = reportScope(viewer);
  const equality = scope && reportsIn(scope, args.filter);
  const wanted = equality && { query: `${scope.name}:newest`, equality };
  return connectionOf({ args, info }, loaders.reports(wanted), toReportView);
};
