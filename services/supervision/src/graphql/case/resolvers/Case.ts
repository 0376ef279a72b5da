import { alertsIn, complaintsIn } from '../../../queries/lists.ts';
import { toAlertView, toComplaintView } from '../../../queries/views.ts';
import { complaintScope, staffScope } from '../../../queries/visible.ts';
import { connectionOf } from '../../page.ts';
import type { CaseResolvers } from './../../types.generated.ts';

export const Case: CaseResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  alerts: (...[{ id }, args, { loaders, viewer }, info]) => {
    const scope = staffScope(viewer);
    const wanted = scope && {
      query: `${scope.name}:newest:of`,
      equality: alertsIn(scope, args.filter),
    };
    return connectionOf({ args, info }, toAlertView, {
      page: (page) => loaders.alertsOfCase.page(id, wanted, page),
      count: () => loaders.alertsOfCase.count(id, wanted),
    });
  },
  complaints: (...[{ id }, args, { loaders, viewer, vault }, info]) => {
    const scope = complaintScope(viewer, vault);
    const wanted = scope && {
      query: `${scope.name}:newest:of`,
      equality: complaintsIn(scope),
    };
    return connectionOf({ args, info }, toComplaintView, {
      page: (page) => loaders.complaintsOfCase.page(id, wanted, page),
      count: () => loaders.complaintsOfCase.count(id, wanted),
    });
  },
};
