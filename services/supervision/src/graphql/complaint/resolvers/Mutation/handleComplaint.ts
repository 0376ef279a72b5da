import { validateInput } from '@onewindow/subgraph';
import { found } from '../../../inputs.ts';
import { complaintAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const handleComplaint: NonNullable<MutationResolvers['handleComplaint']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(found, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.handleComplaint(caller, input);
  return complaintAnswer(
    'HandleComplaintSuccess',
    outcome,
    language,
  ) as ResolversTypes['HandleComplaintResult'];
};
