import { seesPlace } from '@onewindow/identity';
import { type Completing, erasuresOf, oneOf } from '@onewindow/service';
import { departmentKind } from '../department/department.kind.ts';
import type {
  AuthorizationLetterResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { staffMemberKind } from '../staff-member/staff-member.kind.ts';
import { there } from '../there.ts';
import { authorizationLetterCommands } from './authorization-letter.commands.ts';
import { authorizationLetterKind } from './authorization-letter.kind.ts';
import { isAuthorized as ask } from './is-authorized.ts';

export const Mutation = mutationsOf(authorizationLetterCommands) satisfies Pick<
  Required<MutationResolvers>,
  'grantAuthorization' | 'revokeAuthorization'
>;

const isAuthorized: NonNullable<QueryResolvers['isAuthorized']> = (
  _parent,
  { staffMemberId, itemId, power },
  { kinds, caller, centreOf },
) =>
  ask(
    {
      staff: kinds.of(staffMemberKind).journal,
      letters: kinds.of(authorizationLetterKind).journal,
      sees: (place) => seesPlace(caller.viewer, place, centreOf),
    },
    { staff: staffMemberId, item: itemId, power, at: caller.at },
  );

export const Query = {
  authorizationLetter: oneOf(authorizationLetterKind),
  isAuthorized,
} satisfies QueryResolvers;

export const AuthorizationLetter: Completing<AuthorizationLetterResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(authorizationLetterKind).byId.load(id),
  department: ({ department }, _, { kinds }) => there(kinds, departmentKind, department),
  delegate: ({ delegate }, _, { kinds }) => there(kinds, staffMemberKind, delegate),
  items: ({ items }) => items.map((id) => ({ id })),
};
