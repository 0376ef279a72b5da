import { complaintsIn } from '../../../../queries/lists.ts';
import { toComplaintView } from '../../../../queries/views.ts';
import { complaintScope } from '../../../../queries/visible.ts';
import { connectionOf } from '../../../page.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const myComplaints: NonNullable<QueryResolvers['myComplaints']> = (
  ...[, args, { loaders, viewer, vault }, info]
) => {
  const scope = complaintScope(viewer, vault);
  const own = scope?.name === 'complainant' ? scope : null;
  const wanted = own && { query: 'complainant:newest', equality: complaintsIn(own) };
  return connectionOf({ args, info }, toComplaintView, {
    page: (page) => loaders.complaints.page(wanted, page),
    count: () => loaders.complaints.count(wanted),
  });
};
