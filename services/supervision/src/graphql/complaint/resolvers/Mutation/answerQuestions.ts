import { validateInput } from '@onewindow/subgraph';
import { replied } from '../../../inputs.ts';
import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const answerQuestions: NonNullable<MutationResolvers['answerQuestions']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(replied, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.answerQuestions(caller, input);
  return complaintAnswer(
    'AnswerQuestionsSuccess',
    outcome,
    language,
  ) as ResolversTypes['AnswerQuestionsResult'];
};
