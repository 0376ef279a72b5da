import { validateInput } from '@onewindow/subgraph';
import { onEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { exemptInput } from '../../../drafting/inputs.ts';
import { ON_REVIEW } from '../../../refusal/refusal-codes.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

export const exemptDisclosureEntry: NonNullable<
  MutationResolvers['exemptDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(exemptInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await onEntry(
    context,
    { mutation: 'exemptDisclosureEntry', input: valid.value },
    (by) => {
      const { exemption, reason: opinion } = valid.value;
      return { type: 'ExemptEntry', ...by, exemption, opinion };
    },
  );
  if (!outcome.ok) return refuse(outcome.rejection, ON_REVIEW, context.language);
  return { __typename: 'ExemptDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
