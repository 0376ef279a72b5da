import { openWindow as command } from '../../../../commands/manage-windows.ts';
import { toView } from '../../../../queries/view.ts';
import { faultsOf } from '../../../inputs.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotAuthorized',
  'NotFound',
  'AlreadyExists',
  'IdempotencyMismatch',
  'DepartmentsDoNotFit',
  'ServiceDatesMissing',
] as const;

export const openWindow: NonNullable<MutationResolvers['openWindow']> = async (
  _parent,
  { input },
  context,
) => {
  const faults = faultsOf('newWindow', input, context.language);
  if (faults) return faults;
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'OpenWindowSuccess', window: toView(outcome.aggregate) };
};
