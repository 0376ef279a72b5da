import { nameLeaderInCharge as command } from '../../../../commands/name-leader-in-charge.ts';
import { toView } from '../../../../queries/view.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotFound',
  'NotAuthorized',
  'Conflict',
  'IdempotencyMismatch',
  'LeaderOfAnotherDepartment',
] as const;

export const nameLeaderInCharge: NonNullable<MutationResolvers['nameLeaderInCharge']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'NameLeaderInChargeSuccess', department: toView(outcome.aggregate) };
};
