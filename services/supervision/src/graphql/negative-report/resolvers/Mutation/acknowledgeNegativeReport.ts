import { validateInput } from '@onewindow/subgraph';
import { noted } from '../../../inputs.ts';
import { reportAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const acknowledgeNegativeReport: NonNullable<
  MutationResolvers['acknowledgeNegativeReport']
> = async (_parent, { input }, { commands, caller, language }) => {
  const valid = validateInput(noted, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.acknowledgeNegativeReport(caller, input);
  return reportAnswer(
    'AcknowledgeNegativeReportSuccess',
    outcome,
    language,
  ) as ResolversTypes['AcknowledgeNegativeReportResult'];
};
