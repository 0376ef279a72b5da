import { reportActions } from '../../available-actions.ts';
import { answerOf, stub } from '../../stub.ts';
import type { NegativeDecisionReportResolvers } from './../../types.generated.ts';

export const NegativeDecisionReport: NegativeDecisionReportResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.report.load(id),
  case: (report) => ({ id: report.case }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  reporter: ({ reporter }) => stub(reporter),
  superior: ({ superior }) => stub(superior),
  acknowledgement: ({ acknowledgement }) => answerOf(acknowledgement),
  overturning: ({ overturning }) => answerOf(overturning),
  availableActions: (report, _, { viewer }) => reportActions(viewer, report),
};
