import { caseAnswer } from '../../../refusal/case-answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const completeCase: NonNullable<MutationResolvers['completeCase']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.completeCase(context.caller, input);
  return caseAnswer(
    'CompleteCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['CompleteCaseResult'];
};
