import { connectionOf } from '@onewindow/subgraph';
import { complaintQuery } from '../../../../queries/lists.ts';
import { toComplaintView } from '../../../../queries/views.ts';
import { complaintScope } from '../../../../queries/visible.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const myComplaints: NonNullable<QueryResolvers['myComplaints']> = (
  ...[, args, { loaders, viewer, vault }, info]
) => {
  const scope = complaintScope(viewer, vault);
  const own = scope?.name === 'complainant' ? scope : null;
  const wanted = own && complaintQuery(viewer, own);
  return connectionOf({ args, info }, loaders.complaints(wanted), toComplaintView);
};
