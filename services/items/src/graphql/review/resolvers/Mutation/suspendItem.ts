import { validateInput } from '@onewindow/subgraph';
import { suspendItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const suspendItem: NonNullable<MutationResolvers['suspendItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(suspendItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.suspendItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, BASE_REFUSALS, language);
  return { __typename: 'SuspendItemSuccess', item: toItemView(outcome.aggregate) };
};
