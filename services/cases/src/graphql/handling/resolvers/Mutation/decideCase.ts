import { validateInput } from '@onewindow/subgraph';
import { caseAnswer } from '../../../refusal/case-answer.ts';
import { decideCaseInput } from '../../inputs.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const decideCase: NonNullable<MutationResolvers['decideCase']> = async (
  _parent,
  { input },
  context,
) => {
  const valid = validateInput(decideCaseInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await context.commands.decideCase(context.caller, valid.value);
  return caseAnswer(
    'DecideCaseSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['DecideCaseResult'];
};
