import { revokeAuthorization as command } from '../../../../commands/manage-letters.ts';
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
] as const;

export const revokeAuthorization: NonNullable<MutationResolvers['revokeAuthorization']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('reason', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'RevokeAuthorizationSuccess', letter: toView(outcome.aggregate) };
};
