import { recordQualification as command } from '../../../../commands/manage-staff.ts';
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

export const recordQualification: NonNullable<MutationResolvers['recordQualification']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'RecordQualificationSuccess', staffMember: toView(outcome.aggregate) };
};
