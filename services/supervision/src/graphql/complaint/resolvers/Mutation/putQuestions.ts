import { validateInput } from '@onewindow/subgraph';
import { replied } from '../../../inputs.ts';
import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const putQuestions: NonNullable<MutationResolvers['putQuestions']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(replied, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.putQuestions(caller, input);
  return complaintAnswer(
    'PutQuestionsSuccess',
    outcome,
    language,
  ) as ResolversTypes['PutQuestionsResult'];
};
