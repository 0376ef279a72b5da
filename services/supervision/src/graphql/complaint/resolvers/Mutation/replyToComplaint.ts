import { validateInput } from '@onewindow/subgraph';
import { replied } from '../../../inputs.ts';
import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const replyToComplaint: NonNullable<MutationResolvers['replyToComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(replied, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.replyToComplaint(caller, input);
  return complaintAnswer(
    'ReplyToComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['ReplyToComplaintResult'];
};
