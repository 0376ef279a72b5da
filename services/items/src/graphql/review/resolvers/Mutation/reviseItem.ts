import { validateInput } from '@onewindow/subgraph';
import { reviseItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  ...BASE_REFUSALS,
  'CommittedLimitTooLong',
  'CatchAllMaterial',
  'FeeWithoutBasis',
  'ElementsMissing',
  'NothingChanged',
] as const;

export const reviseItem: NonNullable<MutationResolvers['reviseItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(reviseItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.reviseItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, language);
  return { __typename: 'ReviseItemSuccess', item: toItemView(outcome.aggregate) };
};
