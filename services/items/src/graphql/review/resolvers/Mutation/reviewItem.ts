import { validateInput } from '@onewindow/subgraph';
import { reviewItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [...BASE_REFUSALS, 'ReviewerIsAuthor'] as const;

export const reviewItem: NonNullable<MutationResolvers['reviewItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(reviewItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.reviewItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, language);
  return { __typename: 'ReviewItemSuccess', item: toItemView(outcome.aggregate) };
};
