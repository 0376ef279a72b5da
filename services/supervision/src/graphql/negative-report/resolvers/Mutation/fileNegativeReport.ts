import { reportAnswer } from '../../../refusal/answer.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const fileNegativeReport: NonNullable<MutationResolvers['fileNegativeReport']> = async (
  _parent,
  { input },
  { commands, caller, language },
) => {
  const outcome = await commands.fileNegativeReport(caller, input);
  return reportAnswer(
    'FileNegativeReportSuccess',
    outcome,
    language,
  ) as ResolversTypes['FileNegativeReportResult'];
};
