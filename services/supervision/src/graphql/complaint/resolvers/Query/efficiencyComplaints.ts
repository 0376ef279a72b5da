import { connectionOf } from '@onewindow/subgraph';
import { complaintQuery } from '../../../../queries/lists.ts';
import { toComplaintView } from '../../../../queries/views.ts';
import { complaintScope } from '../../../../queries/visible.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const efficiencyComplaints: NonNullable<QueryResolvers['efficiencyComplaints']> = (
  ...[, args, { loaders, viewer, vault }, info]
) => {
  const scope = complaintScope(viewer, vault);
  const wanted =
    scope === null || scope.name === 'complainant'
      ? null
      : complaintQuery(viewer, scope, { filter: args.filter });
  return connectionOf({ args, info }, loaders.complaints(wanted), toComplaintView);
};
