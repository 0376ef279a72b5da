import { connectionOf } from '@onewindow/subgraph';
import { alertsIn, complaintsIn } from '../../../queries/lists.ts';
import { toAlertView, toComplaintView } from '../../../queries/views.ts';
import { complaintScope, staffScope } from '../../../queries/visible.ts';
import type { CaseResolvers } from './../../types.generated.ts';

export const Case: CaseResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  alerts: (...[{ id }, args, { loaders, viewer }, info]) => {
    const scope = staffScope(viewer);
    const wanted = scope && {
      query: `${scope.name}:newest:of`,
      equality: alertsIn(scope, args.filter),
    };
    return connectionOf({ args, info }, loaders.alertsOfCase(id, wanted), toAlertView);
  },
  complaints: (...[{ id }, args, { loaders, viewer, vault }, info]) => {
    const scope = complaintScope(viewer, vault);
    const wanted = scope && {
      query: `${scope.name}:newest:of`,
      equality: complaintsIn(scope),
    };
    return connectionOf({ args, info }, loaders.complaintsOfCase(id, wanted), toComplaintView);
  },
};
