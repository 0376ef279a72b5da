import { actionsOf, type Completing, erasuresOf, oneOf, pageOf } from '@onewindow/service';
import type {
  MutationResolvers,
  NegativeDecisionReportResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { deadlinesIn } from '../deadline/days-of-a-deadline.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { answerOf, stub } from '../stubs.ts';
import { negativeReportCommands } from './negative-report.commands.ts';
import { negativeReportKind } from './negative-report.kind.ts';
import { mayReadGrounds } from './who-sees-reports.ts';

export const Mutation = mutationsOf(negativeReportCommands) satisfies Partial<MutationResolvers>;

export const Query = {
  negativeDecisionReport: oneOf(negativeReportKind),
  negativeDecisionReports: pageOf(negativeReportKind),
} satisfies QueryResolvers;

export const NegativeDecisionReport: Completing<NegativeDecisionReportResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(negativeReportKind).byId.load(id),
  case: (report) => ({ id: report.case }),
  item: ({ item }) => stub(item),
  // The same as cases asks: to others nothing is said of what they can't read.
  grounds: (report, _, { viewer }) =>
    mayReadGrounds(viewer, report) ? { id: `${report.case}:${report.deniedAt}` } : null,
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  deadline: ({ id, region, deadline }, _, { histories }) => ({
    ...{ ...deadline, region },
    told: async () => deadlinesIn(await histories.reports.load(id)),
  }),
  reporter: ({ reporter }) => stub(reporter),
  superior: ({ superior }) => stub(superior),
  acknowledgement: ({ acknowledgement }) => answerOf(acknowledgement),
  overturning: ({ overturning }) => answerOf(overturning),
  availableActions: actionsOf(negativeReportCommands),
  actions: offeredBy(negativeReportCommands),
};
