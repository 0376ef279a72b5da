import { caseAnswer } from '../../../refusal/case-answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const acceptCase: NonNullable<MutationResolvers['acceptCase']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.acceptCase(context.caller, input);
  return caseAnswer(
    'AcceptCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['AcceptCaseResult'];
};
