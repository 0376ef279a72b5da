import { validateInput } from '@onewindow/subgraph';
import { onEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { approveInput } from '../../../drafting/inputs.ts';
import { ON_REVIEW } from '../../../refusal/refusal-codes.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

export const approveDisclosureEntry: NonNullable<
  MutationResolvers['approveDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(approveInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await onEntry(
    context,
    { mutation: 'approveDisclosureEntry', input: valid.value },
    (by) => {
      return { type: 'ApproveEntry', ...by, opinion: valid.value.secrecyCheck };
    },
  );
  if (!outcome.ok) return refuse(outcome.rejection, ON_REVIEW, context.language);
  return { __typename: 'ApproveDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
