import { validateInput } from '@onewindow/subgraph';
import { enterItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  ...BASE_REFUSALS,
  'NotYetKnown',
  'CentreUnknown',
  'DepartmentNotAtCentre',
  'HandlingModeMissing',
] as const;

export const enterItem: NonNullable<MutationResolvers['enterItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(enterItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.enterItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, language);
  return { __typename: 'EnterItemSuccess', item: toItemView(outcome.aggregate) };
};
