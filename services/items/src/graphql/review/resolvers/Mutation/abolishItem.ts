import { validateInput } from '@onewindow/subgraph';
import { abolishItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const abolishItem: NonNullable<MutationResolvers['abolishItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(abolishItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.abolishItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, BASE_REFUSALS, language);
  return { __typename: 'AbolishItemSuccess', item: toItemView(outcome.aggregate) };
};
