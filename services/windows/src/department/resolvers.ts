import { seesPlace, type Viewer } from '@onewindow/identity';
import { oneOf, pageOf, pageOfSeenParent, type Completing, type View } from '@onewindow/service';
import { validateInput } from '@onewindow/subgraph';
import { z } from 'zod';
import { authorizationLetterKind } from '../authorization-letter/authorization-letter.kind.ts';
import { centreKind } from '../centre/centre.kind.ts';
import type {
  DepartmentResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { divisionCode } from '../region/division-code.ts';
import { regionKind } from '../region/region.kind.ts';
import { sealKind } from '../seal/seal.kind.ts';
import { staffMemberKind } from '../staff-member/staff-member.kind.ts';
import { there } from '../there.ts';
import { departmentCommands } from './department.commands.ts';
import { departmentKind } from './department.kind.ts';
import type { DepartmentState } from './domain/department.ts';
import { registerDepartments as register } from './register-departments.ts';
import { registrationWords } from './registration-words.ts';

/** What the SDL can't say of a batch. */
const batch = z.looseObject({
  departments: z.array(
    z.looseObject({ regionCode: divisionCode, regionName: z.string().min(1).nullish() }),
  ),
});

/** No row: a batch is many commands, each with an outcome of its own. */
const registerDepartments: NonNullable<MutationResolvers['registerDepartments']> = async (
  _parent,
  { input },
  context,
) => {
  const { language } = context;
  const valid = validateInput(batch, input, language);
  if (!valid.ok) return valid.refusal;
  const outcomes = (await register(context, input)).map((outcome) => ({
    ...outcome,
    reason: outcome.reason && registrationWords[outcome.reason][language],
  }));
  return { __typename: 'RegisterDepartmentsSuccess', outcomes };
};

export const Mutation = {
  registerDepartments,
  ...mutationsOf(departmentCommands),
} satisfies Pick<
  Required<MutationResolvers>,
  'registerDepartments' | 'enterDepartment' | 'nameLeaderInCharge'
>;

export const Query = {
  department: oneOf(departmentKind),
  departments: pageOf(departmentKind),
} satisfies QueryResolvers;

/** Whom seals, letters and people of a department concern: the same as see one of them by its id. */
const concerns = (viewer: Viewer, { id, region, centre }: View<DepartmentState>) =>
  seesPlace(viewer, { region, department: id }, () => centre);

export const Department: Completing<DepartmentResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(departmentKind).byId.load(id),
  region: ({ region }, _, { kinds }) => there(kinds, regionKind, region),
  centre: ({ centre }, _, { kinds }) =>
    centre === null ? null : kinds.of(centreKind).byId.load(centre),
  leaderInCharge: ({ leaderInCharge }, _, { kinds }) =>
    leaderInCharge === null ? null : kinds.of(staffMemberKind).byId.load(leaderInCharge),
  seals: pageOfSeenParent(sealKind, 'department', concerns),
  authorizationLetters: pageOfSeenParent(authorizationLetterKind, 'department', concerns),
  staff: pageOfSeenParent(staffMemberKind, 'department', concerns),
};
