import { isKnownStaff, isOneOf, personOf, type Viewer } from '@onewindow/identity';
import type { View } from '@onewindow/service';
import { defineCommands } from '../kit.ts';
import { concernedIn } from '../replicas/known-facts.ts';
import { supervises } from '../sight.ts';
import { alertKind } from './alert.kind.ts';
import type { AlertState } from './domain/alert.ts';

const may = (viewer: Viewer, { centre }: View<AlertState>) =>
  supervises(viewer, centre) || 'NotSupervisor';

/** Who had the case in hand when it happened may not; who has it now is asked when the command is given. */
const bars = (viewer: Viewer, { concerned }: View<AlertState>) =>
  isOneOf(viewer, concerned) ? ({ code: 'HandlerMayNotSupervise' } as const) : null;

/** What a supervisor does with an alert of his centre. */
export const alertCommands = defineCommands(
  alertKind,
  {
    id: 'alertId',
    token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
    facts: async ({ viewer, facts }, alert) => ({
      by: personOf(viewer).id,
      concerned: await concernedIn(facts, alert.case),
    }),
  },
  {
    acknowledgeAlert: {
      does: 'AcknowledgeAlert',
      action: 'ACKNOWLEDGE',
      may,
      bars,
      command: ({ note }, { by, concerned }) => ({ by, concerned, note: note ?? '' }),
    },
    dismissAlert: {
      does: 'DismissAlert',
      action: 'DISMISS',
      may,
      bars,
      command: ({ reason }, { by, concerned }) => ({ by, concerned, reason }),
    },
  },
);
