import { validateInput } from '@onewindow/subgraph';
import { submitEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { submitInput } from '../../inputs.ts';
import { ON_OWN_ENTRY } from '../../../refusal/refusal-codes.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

const REFUSALS = ['NotYetKnown', ...ON_OWN_ENTRY] as const;

export const submitDisclosureEntry: NonNullable<
  MutationResolvers['submitDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(submitInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await submitEntry(context, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'SubmitDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
