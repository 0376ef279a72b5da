import { connectionOf } from '@onewindow/subgraph';
import { alertsIn, complaintQuery, exclusionsIn } from '../../../queries/lists.ts';
import { toAlertView, toComplaintView, toExclusionView } from '../../../queries/views.ts';
import { complaintScope, exclusionScope, staffScope } from '../../../queries/visible.ts';
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
    const wanted =
      scope === null || scope.name === 'department'
        ? null
        : complaintQuery(viewer, scope, { suffix: ':of' });
    return connectionOf({ args, info }, loaders.complaintsOfCase(id, wanted), toComplaintView);
  },
  exclusions: (...[{ id }, args, { loaders, viewer }, info]) => {
    const scope = exclusionScope(viewer);
    const wanted = scope && { query: `${scope.name}:newest:of`, equality: exclusionsIn(scope) };
    return connectionOf({ args, info }, loaders.exclusionsOfCase(id, wanted), toExclusionView);
  },
};
