import { registerDepartments as command } from '../../../../commands/register-departments.ts';
import { faultsOf } from '../../../inputs.ts';
import { departmentRefusals } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const registerDepartments: NonNullable<MutationResolvers['registerDepartments']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('departments', input, context.language);
  if (faults) return faults;
  const outcomes = await command(context.journals, input, context.caller);
  return {
    __typename: 'RegisterDepartmentsSuccess',
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      reason: outcome.reason === null ? null : departmentRefusals[outcome.reason][context.language],
    })),
  };
};
