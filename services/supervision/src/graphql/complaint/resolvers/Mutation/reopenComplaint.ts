import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const reopenComplaint: NonNullable<MutationResolvers['reopenComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.reopenComplaint(caller, input);
  return complaintAnswer(
    'ReopenComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['ReopenComplaintResult'];
};
