import { found } from '../../found.ts';
import type { SealUseResolvers } from '../../types.generated.ts';

export const SealUse: SealUseResolvers = {
  usedBy: async ({ usedBy }, _args, { loaders }) => found(await loaders.staff.load(usedBy)),
  case: ({ caseId }) => ({ id: caseId }),
};
