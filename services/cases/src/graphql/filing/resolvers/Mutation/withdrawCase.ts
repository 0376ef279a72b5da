import { caseAnswer } from '../../../refusal/case-answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const withdrawCase: NonNullable<MutationResolvers['withdrawCase']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.withdrawCase(context.caller, input);
  return caseAnswer(
    'WithdrawCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['WithdrawCaseResult'];
};
