import { transferSealCustody as command } from '../../../../commands/manage-seals.ts';
import { toView } from '../../../../queries/view.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotAuthorized',
  'NotFound',
  'NotPermittedInStatus',
  'Conflict',
  'IdempotencyMismatch',
  'NotChiefRepresentative',
] as const;

export const transferSealCustody: NonNullable<MutationResolvers['transferSealCustody']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'TransferSealCustodySuccess', seal: toView(outcome.aggregate) };
};
