import { actionsOf, erasuresOf, type Completing, type View } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
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
import type { StaffState } from './domain/staff-member.ts';
import { staffMemberKind } from './staff-member.kind.ts';
import { mayFind, mayReadRecord } from './who-sees-staff.ts';

export const Mutation = mutationsOf(staffMemberCommands) satisfies Pick<
  Required<MutationResolvers>,
  | 'registerStaffMember'
  | 'recordQualification'
  | 'postStaffMember'
  | 'withdrawStaffMember'
  | 'appointChiefRepresentative'
  | 'replaceChiefRepresentative'
>;

export const Query = {
  staffMember: async (_, { id }, context) => {
    const found = await context.kinds.of(staffMemberKind).byId.load(id);
    return found && (await mayFind(context.viewer, found, context)) ? found : null;
  },
} satisfies QueryResolvers;

/** A field of the record: null for who does not read it. */
const ofRecord =
  <Value>(read: (member: View<StaffState>) => Value) =>
  async (member: View<StaffState>, _: unknown, context: RequestContext): Promise<Value | null> =>
    (await mayReadRecord(context.viewer, member, context)) ? read(member) : null;

export const StaffMember: Completing<StaffMemberResolvers> = {
  // As the record: the reasons for which somebody was withdrawn are no part of the name plate.
  erasures: async (member, _, context) =>
    (await mayReadRecord(context.viewer, member, context)) ? erasuresOf(member) : [],
  // Asked for whom a row names that the viewer sees: who decided his case is told him, on post or not.
  __resolveReference: ({ id }, { kinds }) => kinds.of(staffMemberKind).byId.load(id),
  rankLevel: ofRecord(({ rank }) => rank),
  formallyEmployed: ofRecord(({ formallyEmployed }) => formallyEmployed),
  qualified: ofRecord(({ qualified }) => qualified),
  homeDepartment: ({ homeDepartment }, _, { kinds }) =>
    there(kinds, departmentKind, homeDepartment),
  onPost: ({ posting }) => posting.status !== 'NOT_POSTED',
  window: ({ posting }, _, { kinds }) =>
    posting.status === 'NOT_POSTED' ? null : kinds.of(windowKind).byId.load(posting.window),
  post: ({ posting }) => (posting.status === 'NOT_POSTED' ? null : posting.post),
  postedSince: ofRecord(({ posting }) => (posting.status === 'NOT_POSTED' ? null : posting.since)),
  availableActions: actionsOf(staffMemberCommands),
  actions: offeredBy(staffMemberCommands),
};
