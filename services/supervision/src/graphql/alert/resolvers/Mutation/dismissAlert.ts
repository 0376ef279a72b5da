import { validateInput } from '@onewindow/subgraph';
import { reasoned } from '../../../inputs.ts';
import { alertAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const dismissAlert: NonNullable<MutationResolvers['dismissAlert']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const valid = validateInput(reasoned, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.dismissAlert(caller, input);
  return alertAnswer(
    'DismissAlertSuccess',
    outcome,
    language,
  ) as ResolversTypes['DismissAlertResult'];
};
