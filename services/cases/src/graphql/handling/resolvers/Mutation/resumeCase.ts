import { caseAnswer } from '../../../refusal/case-answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const resumeCase: NonNullable<MutationResolvers['resumeCase']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.resumeCase(context.caller, input);
  return caseAnswer(
    'ResumeCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['ResumeCaseResult'];
};
