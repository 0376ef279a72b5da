import { caseAnswer } from '../../../refusal/case-answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const submitSupplement: NonNullable<MutationResolvers['submitSupplement']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.submitSupplement(context.caller, input);
  return caseAnswer(
    'SubmitSupplementSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['SubmitSupplementResult'];
};
