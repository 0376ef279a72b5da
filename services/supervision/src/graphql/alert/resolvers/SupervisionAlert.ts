import { answerOf, stub } from '../../stub.ts';
import { alertActions } from '../../available-actions.ts';
import type { SupervisionAlertResolvers } from './../../types.generated.ts';

export const SupervisionAlert: SupervisionAlertResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.alert.load(id),
  case: (alert) => ({ id: alert.case }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  window: ({ window }) => stub(window),
  negativeDecisionReport: ({ report }, _, { loaders }) =>
    report === null ? null : loaders.report.load(report),
  acknowledgement: ({ acknowledgement }) => answerOf(acknowledgement),
  dismissal: ({ dismissal }) => answerOf(dismissal),
  availableActions: (alert, _, { viewer }) => alertActions(viewer, alert),
};
