import { isInForce } from '../../../domain/case-exclusion.ts';
import { mayReadReason } from '../../../queries/visible.ts';
import { exclusionActions } from '../../available-actions.ts';
import type { CaseExclusionResolvers } from './../../types.generated.ts';

export const CaseExclusion: CaseExclusionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.exclusion.load(id),
  case: (exclusion) => ({ id: exclusion.case }),
  staffMember: ({ staff }) => ({ id: staff }),
  decidedBy: ({ decidedBy }) => ({ id: decidedBy }),
  reason: async (exclusion, _, { loaders, viewer }) =>
    mayReadReason(viewer, exclusion)
      ? ((await loaders.sealedReason.load(exclusion))?.['reason'] ?? null)
      : null,
  liftedAt: (exclusion) => (exclusion.status === 'LIFTED' ? exclusion.lifting.at : null),
  inForce: (exclusion, _, { caller }) => isInForce(exclusion, caller.at),
  availableActions: (exclusion, _, { caller }) => [...exclusionActions(caller, exclusion)],
};
