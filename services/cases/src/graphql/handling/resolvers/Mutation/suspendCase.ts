import { validateInput } from '@onewindow/subgraph';
import { caseAnswer } from '../../../refusal/case-answer.ts';
import { suspendCaseInput } from '../../inputs.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const suspendCase: NonNullable<MutationResolvers['suspendCase']> = async (
  _parent,
  { input },
  context,
) => {
  const valid = validateInput(suspendCaseInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await context.commands.suspendCase(context.caller, valid.value);
  return caseAnswer(
    'SuspendCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['SuspendCaseResult'];
};
