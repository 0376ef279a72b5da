import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const acceptComplaint: NonNullable<MutationResolvers['acceptComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.acceptComplaint(caller, input);
  return complaintAnswer(
    'AcceptComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['AcceptComplaintResult'];
};
