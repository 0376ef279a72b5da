import { connectionOf } from '@onewindow/subgraph';
import { toView } from '../../../queries/view.ts';
import { found } from '../../found.ts';
import type { ApprovalSealResolvers } from '../../types.generated.ts';

export const ApprovalSeal: ApprovalSealResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.seals.load(id),
  department: async ({ department }, _args, { loaders }) =>
    found(await loaders.departments.load(department)),
  custodian: (seal, _args, { loaders }) =>
    seal.status === 'IN_CUSTODY' ? loaders.staff.load(seal.custodian) : null,
  uses: (...[{ id }, args, { loaders }, info]) =>
    connectionOf({ args, info }, loaders.usesOfSeal(id, {}), toView),
};
