import { grantAuthorization as command } from '../../../../commands/manage-letters.ts';
import { toView } from '../../../../queries/view.ts';
import { faultsOf } from '../../../inputs.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotAuthorized',
  'NotFound',
  'NotYetKnown',
  'AlreadyExists',
  'IdempotencyMismatch',
  'ItemsOfAnotherDepartment',
  'DelegateNotOnPost',
] as const;

export const grantAuthorization: NonNullable<MutationResolvers['grantAuthorization']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('letter', input, context.language);
  if (faults) return faults;
  const outcome = await command(context, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'GrantAuthorizationSuccess', letter: toView(outcome.aggregate) };
};
