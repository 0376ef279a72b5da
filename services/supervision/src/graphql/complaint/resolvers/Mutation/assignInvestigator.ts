import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const assignInvestigator: NonNullable<MutationResolvers['assignInvestigator']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.assignInvestigator(caller, input);
  return complaintAnswer(
    'AssignInvestigatorSuccess',
    outcome,
    language,
  ) as ResolversTypes['AssignInvestigatorResult'];
};
