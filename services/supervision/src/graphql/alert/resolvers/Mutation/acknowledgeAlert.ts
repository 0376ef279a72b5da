import { validateInput } from '@onewindow/subgraph';
import { noted } from '../../../inputs.ts';
import { alertAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const acknowledgeAlert: NonNullable<MutationResolvers['acknowledgeAlert']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(noted, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.acknowledgeAlert(caller, input);
  return alertAnswer(
    'AcknowledgeAlertSuccess',
    outcome,
    language,
  ) as ResolversTypes['AcknowledgeAlertResult'];
};
