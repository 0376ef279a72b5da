import { actionsOf, type Completing, erasuresOf, oneOf, pageOf } from '@onewindow/service';
import type {
  MutationResolvers,
  QueryResolvers,
  SupervisionAlertResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { negativeReportKind } from '../negative-report/negative-report.kind.ts';
import { answerOf, stub } from '../stubs.ts';
import { alertCommands } from './alert.commands.ts';
import { alertKind } from './alert.kind.ts';

export const Mutation = mutationsOf(alertCommands) satisfies Pick<
  Required<MutationResolvers>,
  'acknowledgeAlert' | 'dismissAlert'
>;

export const Query = {
  supervisionAlert: oneOf(alertKind),
  supervisionAlerts: pageOf(alertKind, {
    orders: { OCCURRED_AT_DESC: 'newest', OCCURRED_AT_ASC: 'oldest' },
  }),
} satisfies QueryResolvers;

export const SupervisionAlert: Completing<SupervisionAlertResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(alertKind).byId.load(id),
  case: (alert) => ({ id: alert.case }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  window: ({ window }) => stub(window),
  negativeDecisionReport: ({ report }, _, { kinds }) =>
    report === null ? null : kinds.of(negativeReportKind).byId.load(report),
  acknowledgement: ({ acknowledgement }) => answerOf(acknowledgement),
  dismissal: ({ dismissal }) => answerOf(dismissal),
  availableActions: actionsOf(alertCommands),
  actions: offeredBy(alertCommands),
};
