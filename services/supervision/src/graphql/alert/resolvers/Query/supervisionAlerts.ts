import { connectionOf } from '@onewindow/subgraph';
import { alertsIn } from '../../../../queries/lists.ts';
import { toAlertView } from '../../../../queries/views.ts';
import { staffScope } from '../../../../queries/visible.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const supervisionAlerts: NonNullable<QueryResolvers['supervisionAlerts']> = (
  ...[, args, { loaders, viewer }, info]
) => {
  const scope = staffScope(viewer);
  const order = args.orderBy === 'OCCURRED_AT_ASC' ? 'oldest' : 'newest';
  const wanted = scope && {
    query: `${scope.name}:${order}`,
    equality: alertsIn(scope, args.filter),
  };
  return connectionOf({ args, info }, loaders.alerts(wanted), toAlertView);
};
