import { changeWindow as command } from '../../../../commands/manage-windows.ts';
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
  'DepartmentsDoNotFit',
  'ServiceDatesMissing',
] as const;

export const changeWindow: NonNullable<MutationResolvers['changeWindow']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('window', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'ChangeWindowSuccess', window: toView(outcome.aggregate) };
};
