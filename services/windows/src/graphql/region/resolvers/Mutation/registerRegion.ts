import { registerRegion as command } from '../../../../commands/register-region.ts';
import { toView } from '../../../../queries/view.ts';
import { faultsOf } from '../../../inputs.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = ['AlreadyExists', 'IdempotencyMismatch', 'NotFound'] as const;

export const registerRegion: NonNullable<MutationResolvers['registerRegion']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('region', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'RegisterRegionSuccess', region: toView(outcome.aggregate) };
};
