import { validateInput } from '@onewindow/subgraph';
import { draftEntry } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { draftInput } from '../../inputs.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

export const draftDisclosureEntry: NonNullable<MutationResolvers['draftDisclosureEntry']> = async (
  _parent,
  { input },
  context,
) => {
  const valid = validateInput(draftInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await draftEntry(context, valid.value);
  if (!outcome.ok)
    return refuse(
      outcome.rejection,
      ['NotAuthorized', 'NotFound', 'NotYetKnown', 'IdempotencyMismatch'],
      context.language,
    );
  return { __typename: 'DraftDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
