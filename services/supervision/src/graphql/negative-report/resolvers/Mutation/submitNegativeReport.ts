import { reportAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const submitNegativeReport: NonNullable<MutationResolvers['submitNegativeReport']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.submitNegativeReport(caller, input);
  return reportAnswer(
    'SubmitNegativeReportSuccess',
    outcome,
    language,
  ) as ResolversTypes['SubmitNegativeReportResult'];
};
