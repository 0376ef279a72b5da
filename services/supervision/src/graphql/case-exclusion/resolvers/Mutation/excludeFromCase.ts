import { validateInput } from '@onewindow/subgraph';
import { excludeFromCaseInput } from '../../../inputs.ts';
import { exclusionAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const excludeFromCase: NonNullable<MutationResolvers['excludeFromCase']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(excludeFromCaseInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.excludeFromCase(caller, { ...input, reason: valid.value.reason });
  return exclusionAnswer(
    'ExcludeFromCaseSuccess',
    outcome,
    language,
  ) as ResolversTypes['ExcludeFromCaseResult'];
};
