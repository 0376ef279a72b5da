import { validateInput } from '@onewindow/subgraph';
import { reasoned } from '../../../inputs.ts';
import { reportAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const overturnNegativeReport: NonNullable<
  MutationResolvers['overturnNegativeReport']
> = async (_parent, { input }, { commands, caller, language }) => {
  const valid = validateInput(reasoned, input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await commands.overturnNegativeReport(caller, input);
  return reportAnswer(
    'OverturnNegativeReportSuccess',
    outcome,
    language,
  ) as ResolversTypes['OverturnNegativeReportResult'];
};
