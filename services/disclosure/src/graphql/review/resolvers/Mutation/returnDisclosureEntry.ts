import { validateInput } from '@onewindow/subgraph';
import { onEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { returnInput } from '../../../drafting/inputs.ts';
import { ON_REVIEW } from '../../../refusal/refusal-codes.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

export const returnDisclosureEntry: NonNullable<
  MutationResolvers['returnDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(returnInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await onEntry(
    context,
    { mutation: 'returnDisclosureEntry', input: valid.value },
    (by) => {
      return { type: 'ReturnEntry', ...by, opinion: valid.value.opinion };
    },
  );
  if (!outcome.ok) return refuse(outcome.rejection, ON_REVIEW, context.language);
  return { __typename: 'ReturnDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
