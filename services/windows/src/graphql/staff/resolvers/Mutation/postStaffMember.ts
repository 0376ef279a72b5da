import { postStaffMember as command } from '../../../../commands/manage-staff.ts';
import { toView } from '../../../../queries/view.ts';
import { faultsOf } from '../../../inputs.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotAuthorized',
  'NotFound',
  'NotPermittedInStatus',
  'Conflict',
  'IdempotencyMismatch',
  'NotQualified',
] as const;

export const postStaffMember: NonNullable<MutationResolvers['postStaffMember']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('posting', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'PostStaffMemberSuccess', staffMember: toView(outcome.aggregate) };
};
