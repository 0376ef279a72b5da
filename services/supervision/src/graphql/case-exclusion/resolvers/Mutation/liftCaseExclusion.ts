import { exclusionAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const liftCaseExclusion: NonNullable<MutationResolvers['liftCaseExclusion']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.liftCaseExclusion(caller, input);
  return exclusionAnswer(
    'LiftCaseExclusionSuccess',
    outcome,
    language,
  ) as ResolversTypes['LiftCaseExclusionResult'];
};
