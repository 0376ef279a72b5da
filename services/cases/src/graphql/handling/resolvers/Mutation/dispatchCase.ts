import { caseAnswer } from '../../../refusal/case-answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const dispatchCase: NonNullable<MutationResolvers['dispatchCase']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.dispatchCase(context.caller, input);
  return caseAnswer(
    'DispatchCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['DispatchCaseResult'];
};
