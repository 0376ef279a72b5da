import { closeWindow as command } from '../../../../commands/manage-windows.ts';
import { toView } from '../../../../queries/view.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotAuthorized',
  'NotFound',
  'NotPermittedInStatus',
  'Conflict',
  'IdempotencyMismatch',
] as const;

export const closeWindow: NonNullable<MutationResolvers['closeWindow']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'CloseWindowSuccess', window: toView(outcome.aggregate) };
};
