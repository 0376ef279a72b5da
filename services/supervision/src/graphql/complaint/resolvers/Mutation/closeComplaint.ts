import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const closeComplaint: NonNullable<MutationResolvers['closeComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.closeComplaint(caller, input);
  return complaintAnswer(
    'CloseComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['CloseComplaintResult'];
};
