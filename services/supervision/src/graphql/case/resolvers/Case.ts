import { pageOfParent } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { alertKind } from '../../../alert/alert.kind.ts';
import { complaintQuery, exclusionsIn } from '../../../queries/lists.ts';
import { toComplaintView, toExclusionView } from '../../../queries/views.ts';
import { complaintScope, exclusionScope } from '../../../queries/visible.ts';
import type { CaseResolvers } from './../../types.generated.ts';

export const Case: CaseResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  alerts: pageOfParent(alertKind, 'case'),
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
