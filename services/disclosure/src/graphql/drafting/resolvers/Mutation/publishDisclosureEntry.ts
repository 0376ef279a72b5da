import { validateInput } from '@onewindow/subgraph';
import { onEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { publishInput } from '../../inputs.ts';
import { ON_OWN_ENTRY } from '../../../refusal/refusal-codes.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

export const publishDisclosureEntry: NonNullable<
  MutationResolvers['publishDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(publishInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await onEntry(
    context,
    { mutation: 'publishDisclosureEntry', input: valid.value },
    (by) => {
      return { type: 'PublishEntry', ...by, channels: valid.value.channels };
    },
  );
  if (!outcome.ok) return refuse(outcome.rejection, ON_OWN_ENTRY, context.language);
  return { __typename: 'PublishDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
