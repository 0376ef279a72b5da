import { registerSeal as command } from '../../../../commands/manage-seals.ts';
import { toView } from '../../../../queries/view.ts';
import { faultsOf } from '../../../inputs.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = ['NotAuthorized', 'NotFound', 'AlreadyExists', 'IdempotencyMismatch'] as const;

export const registerSeal: NonNullable<MutationResolvers['registerSeal']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('seal', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'RegisterSealSuccess', seal: toView(outcome.aggregate) };
};
