import { actionsOf, oneOf, type Completing } from '@onewindow/service';
import { departmentKind } from '../department/department.kind.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  StaffMemberResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { there } from '../there.ts';
import { windowKind } from '../window/window.kind.ts';
import { staffMemberCommands } from './staff-member.commands.ts';
import { staffMemberKind } from './staff-member.kind.ts';

export const Mutation = mutationsOf(staffMemberCommands) satisfies Pick<
  Required<MutationResolvers>,
  | 'registerStaffMember'
  | 'recordQualification'
  | 'postStaffMember'
  | 'withdrawStaffMember'
  | 'appointChiefRepresentative'
  | 'replaceChiefRepresentative'
>;

export const Query = { staffMember: oneOf(staffMemberKind) } satisfies QueryResolvers;

export const StaffMember: Completing<StaffMemberResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(staffMemberKind).byId.load(id),
  rankLevel: ({ rank }) => rank,
  homeDepartment: ({ homeDepartment }, _, { kinds }) =>
    there(kinds, departmentKind, homeDepartment),
  onPost: ({ posting }) => posting.status !== 'NOT_POSTED',
  window: ({ posting }, _, { kinds }) =>
    posting.status === 'NOT_POSTED' ? null : kinds.of(windowKind).byId.load(posting.window),
  post: ({ posting }) => (posting.status === 'NOT_POSTED' ? null : posting.post),
  postedSince: ({ posting }) => (posting.status === 'NOT_POSTED' ? null : posting.since),
  availableActions: actionsOf(staffMemberCommands),
  actions: offeredBy(staffMemberCommands),
};
