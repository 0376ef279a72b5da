import { connectionOf } from '@onewindow/subgraph';
import { complaintsIn } from '../../../../queries/lists.ts';
import { toComplaintView } from '../../../../queries/views.ts';
import { staffScope } from '../../../../queries/visible.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const efficiencyComplaints: NonNullable<QueryResolvers['efficiencyComplaints']> = (
  ...[, args, { loaders, viewer }, info]
) => {
  const scope = staffScope(viewer);
  const equality = scope && complaintsIn(scope, args.filter);
  const wanted = equality && { query: `${scope.name}:newest`, equality };
  return connectionOf({ args, info }, loaders.complaints(wanted), toComplaintView);
};
