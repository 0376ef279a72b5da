import { oneOf, pageOfParent, type Completing } from '@onewindow/service';
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

export const ApprovalSeal: Completing<ApprovalSealResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(sealKind).byId.load(id),
  department: ({ department }, _, { kinds }) => there(kinds, departmentKind, department),
  custodian: (seal, _, { kinds }) =>
    seal.status === 'IN_CUSTODY' ? kinds.of(staffMemberKind).byId.load(seal.custodian) : null,
  uses: pageOfParent(sealUseKind, 'seal'),
};

export const SealUse: Completing<SealUseResolvers> = {
  usedBy: ({ usedBy }, _, { kinds }) => there(kinds, staffMemberKind, usedBy),
  case: ({ caseId }) => ({ id: caseId }),
};
