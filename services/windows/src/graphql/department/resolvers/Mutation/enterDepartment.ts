import { enterDepartment as command } from '../../../../commands/enter-department.ts';
import { toView } from '../../../../queries/view.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotFound',
  'NotPermittedInStatus',
  'NotAuthorized',
  'Conflict',
  'IdempotencyMismatch',
] as const;

export const enterDepartment: NonNullable<MutationResolvers['enterDepartment']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'EnterDepartmentSuccess', department: toView(outcome.aggregate) };
};
