import { registerCentre as command } from '../../../../commands/register-centre.ts';
import { toView } from '../../../../queries/view.ts';
import { faultsOf } from '../../../inputs.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = ['AlreadyExists', 'IdempotencyMismatch', 'NotFound'] as const;

export const registerCentre: NonNullable<MutationResolvers['registerCentre']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('centre', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'RegisterCentreSuccess', centre: toView(outcome.aggregate) };
};
