import { connection, pageRequest } from '@onewindow/subgraph';
import { toView } from '../../../queries/view.ts';
import { found } from '../../found.ts';
import type { ApprovalSealResolvers } from '../../types.generated.ts';

export const ApprovalSeal: ApprovalSealResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.seals.load(id),
  department: async ({ department }, _args, { loaders }) =>
    found(await loaders.departments.load(department)),
  custodian: (seal, _args, { loaders }) =>
    seal.status === 'IN_CUSTODY' ? loaders.staff.load(seal.custodian) : null,
  uses: async ({ id }, args, { journals, caller }) => {
    const ofSeal = { query: 'bySeal', equality: { 'state.seal': id } } as const;
    return connection(
      await journals.sealUses.list({ ...ofSeal, ...pageRequest(args) }, caller.at),
      toView,
    );
  },
};
