import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const transferComplaint: NonNullable<MutationResolvers['transferComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.transferComplaint(caller, input);
  return complaintAnswer(
    'TransferComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['TransferComplaintResult'];
};
