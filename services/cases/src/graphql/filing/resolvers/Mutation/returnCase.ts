import { validateInput } from '@onewindow/subgraph';
import { caseAnswer } from '../../../refusal/case-answer.ts';
import { returnCaseInput } from '../../inputs.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const returnCase: NonNullable<MutationResolvers['returnCase']> = async (
  _parent,
  { input },
  context,
) => {
  const valid = validateInput(returnCaseInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await context.commands.returnCase(context.caller, valid.value);
  return caseAnswer(
    'ReturnCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['ReturnCaseResult'];
};
