import { validateInput } from '@onewindow/subgraph';
import { submitItemForReviewInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  ...BASE_REFUSALS,
  'CommittedLimitTooLong',
  'CatchAllMaterial',
  'FeeWithoutBasis',
  'ElementsMissing',
] as const;

export const submitItemForReview: NonNullable<MutationResolvers['submitItemForReview']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(submitItemForReviewInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.submitItemForReview(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, language);
  return { __typename: 'SubmitItemForReviewSuccess', item: toItemView(outcome.aggregate) };
};
