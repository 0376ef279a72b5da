import { validateInput } from '@onewindow/subgraph';
import { withdrawEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { withdrawInput } from '../../inputs.ts';
import { ON_OWN_ENTRY } from '../../../refusal/refusal-codes.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

export const withdrawDisclosureEntry: NonNullable<
  MutationResolvers['withdrawDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(withdrawInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await withdrawEntry(context, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, ON_OWN_ENTRY, context.language);
  return { __typename: 'WithdrawDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
