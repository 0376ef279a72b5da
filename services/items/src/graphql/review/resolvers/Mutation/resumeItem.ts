import { validateInput } from '@onewindow/subgraph';
import { resumeItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const resumeItem: NonNullable<MutationResolvers['resumeItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(resumeItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.resumeItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, BASE_REFUSALS, language);
  return { __typename: 'ResumeItemSuccess', item: toItemView(outcome.aggregate) };
};
