import { actionsOf, type Completing } from '@onewindow/service';
import type { CaseExclusionResolvers, MutationResolvers } from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { caseExclusionCommands } from './case-exclusion.commands.ts';
import { caseExclusionKind } from './case-exclusion.kind.ts';
import { isInForce } from './domain/exclusion-lifecycle.ts';
import { mayReadReason } from './who-sees-exclusions.ts';

export const Mutation = mutationsOf(caseExclusionCommands) satisfies Pick<
  Required<MutationResolvers>,
  'excludeFromCase' | 'liftCaseExclusion'
>;

export const CaseExclusion: Completing<CaseExclusionResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(caseExclusionKind).byId.load(id),
  case: (exclusion) => ({ id: exclusion.case }),
  staffMember: ({ staff }) => ({ id: staff }),
  decidedBy: ({ decidedBy }) => ({ id: decidedBy }),
  reason: async (exclusion, _, { sealed, viewer }) =>
    mayReadReason(viewer, exclusion)
      ? ((await sealed.exclusions.load(exclusion))?.['reason'] ?? null)
      : null,
  liftedAt: (exclusion) => (exclusion.status === 'LIFTED' ? exclusion.lifting.at : null),
  inForce: (exclusion, _, { caller }) => isInForce(exclusion, caller.at),
  availableActions: actionsOf(caseExclusionCommands),
  actions: offeredBy(caseExclusionCommands),
};
