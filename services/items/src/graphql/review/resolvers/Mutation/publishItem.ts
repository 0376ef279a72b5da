import { validateInput } from '@onewindow/subgraph';
import { publishItemInput } from '../../../../commands/item-inputs.ts';
import { toItemView } from '../../../../queries/item-view.ts';
import { BASE_REFUSALS, refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  ...BASE_REFUSALS,
  'AlreadyExists',
  'CommittedLimitTooLong',
  'ElementsMissing',
  'CatchAllMaterial',
  'FeeWithoutBasis',
] as const;

export const publishItem: NonNullable<MutationResolvers['publishItem']> = async (
  _parent,
  { input },
  { caller, commands, language },
) => {
  const valid = validateInput(publishItemInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.publishItem(caller, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, language);
  return { __typename: 'PublishItemSuccess', item: toItemView(outcome.aggregate) };
};
