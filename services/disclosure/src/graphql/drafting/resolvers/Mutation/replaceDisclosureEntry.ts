import { validateInput } from '@onewindow/subgraph';
import { draftReplacement } from '../../../../commands/write-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { replaceInput } from '../../inputs.ts';
import { refuse } from '../../../refusal/refuse.ts';
import type { MutationResolvers } from './../../../types.generated.ts';

const REFUSALS = [
  'EntryFollowsItsSource',
  'NotAuthorized',
  'AlreadyExists',
  'NotPermittedInStatus',
  'NotFound',
  'NotYetKnown',
  'IdempotencyMismatch',
] as const;

export const replaceDisclosureEntry: NonNullable<
  MutationResolvers['replaceDisclosureEntry']
> = async (_parent, { input }, context) => {
  const valid = validateInput(replaceInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await draftReplacement(context, valid.value);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return { __typename: 'ReplaceDisclosureEntrySuccess', entry: toEntryView(outcome.aggregate) };
};
