import { validateInput } from '@onewindow/subgraph';
import { fileComplaintInput } from '../../../inputs.ts';
import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const fileComplaint: NonNullable<MutationResolvers['fileComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(fileComplaintInput, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.fileComplaint(caller, valid.value);
  return complaintAnswer(
    'FileComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['FileComplaintResult'];
};
