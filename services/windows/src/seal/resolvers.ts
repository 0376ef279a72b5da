import { isPerson, staffSees } from '@onewindow/identity';
import { type Completing, erasuresOf, oneOf, pageOfParent } from '@onewindow/service';
import { departmentKind } from '../department/department.kind.ts';
import type {
  ApprovalSealResolvers,
  MutationResolvers,
  QueryResolvers,
  SealUseResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { staffMemberKind } from '../staff-member/staff-member.kind.ts';
import { there } from '../there.ts';
import { sealUseKind } from './seal-use.kind.ts';
import { sealCommands } from './seal.commands.ts';
import { sealKind } from './seal.kind.ts';

export const Mutation = mutationsOf(sealCommands) satisfies Pick<
  Required<MutationResolvers>,
  'registerSeal' | 'transferSealCustody' | 'destroySeal'
>;

export const Query = { approvalSeal: oneOf(sealKind) } satisfies QueryResolvers;

const usesOf = pageOfParent(sealUseKind, 'seal');

export const ApprovalSeal: Completing<ApprovalSealResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(sealKind).byId.load(id),
  department: ({ department }, _, { kinds }) => there(kinds, departmentKind, department),
  custodian: (seal, _, { kinds }) =>
    seal.status === 'IN_CUSTODY' ? kinds.of(staffMemberKind).byId.load(seal.custodian) : null,
  // Each use is bound to a case: for who answers for seals and who keeps this one, not for everybody who sees it (002:104).
  uses: (...[seal, args, context, info]) => {
    const { viewer } = context.caller;
    const { scopes } = viewer;
    const keepsIt = seal.status === 'IN_CUSTODY' && isPerson(viewer, seal.custodian);
    return keepsIt || scopes.has('windows:manage') || scopes.has('supervision:handle')
      ? usesOf(seal, args, context, info)
      : null;
  },
};

export const SealUse: Completing<SealUseResolvers> = {
  usedBy: ({ usedBy }, _, { kinds }) => there(kinds, staffMemberKind, usedBy),
  // A case that is hidden is null here too: its id alone would tell that it is there.
  case: ({ caseId, centre, department }, _, { caller }) =>
    staffSees(caller.viewer, { centre, department }) ? { id: caseId } : null,
};
