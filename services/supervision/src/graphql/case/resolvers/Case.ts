import { pageOfParent } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { complaintKind } from '../../../complaint/complaint.kind.ts';
import { alertKind } from '../../../alert/alert.kind.ts';
import { exclusionsIn } from '../../../queries/lists.ts';
import { toExclusionView } from '../../../queries/views.ts';
import { exclusionScope } from '../../../queries/visible.ts';
import type { CaseResolvers } from './../../types.generated.ts';

export const Case: CaseResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  alerts: pageOfParent(alertKind, 'case'),
  // A department that is only asked does not find by a case who complains.
  complaints: pageOfParent(complaintKind, 'case', { scopes: ['centre', 'complainant'] }),
  exclusions: (...[{ id }, args, { loaders, viewer }, info]) => {
    const scope = exclusionScope(viewer);
    const wanted = scope && { query: `${scope.name}:newest:of`, equality: exclusionsIn(scope) };
    return connectionOf({ args, info }, loaders.exclusionsOfCase(id, wanted), toExclusionView);
  },
};
