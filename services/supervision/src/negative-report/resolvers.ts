import { actionsOf, oneOf, pageOf, type Completing } from '@onewindow/service';
import type {
  MutationResolvers,
  NegativeDecisionReportResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { answerOf, stub } from '../stubs.ts';
import { negativeReportCommands } from './negative-report.commands.ts';
import { negativeReportKind } from './negative-report.kind.ts';

export const Mutation = mutationsOf(negativeReportCommands) satisfies Partial<MutationResolvers>;

export const Query = {
  negativeDecisionReport: oneOf(negativeReportKind),
  negativeDecisionReports: pageOf(negativeReportKind),
} satisfies QueryResolvers;

export const NegativeDecisionReport: Completing<NegativeDecisionReportResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(negativeReportKind).byId.load(id),
  case: (report) => ({ id: report.case }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  reporter: ({ reporter }) => stub(reporter),
  superior: ({ superior }) => stub(superior),
  acknowledgement: ({ acknowledgement }) => answerOf(acknowledgement),
  overturning: ({ overturning }) => answerOf(overturning),
  availableActions: actionsOf(negativeReportCommands),
};
