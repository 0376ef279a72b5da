import { personOf } from '@onewindow/identity';
import type { Caller, Repeatable } from '@onewindow/service';
import type { AlertCommand, AlertEvent, AlertState } from '../domain/alert.ts';
import type { AlertJournal } from '../persistence/alert-aggregate.ts';
import { toAlertView, type AlertView } from '../queries/views.ts';
import { maySeeAlert, supervises } from '../queries/visible.ts';
import { concernedIn, type KnownFacts } from '../replicas/known-facts.ts';
import { handleVisible, type Handled } from './handle-visible.ts';
import { ofKnownStaff } from './of-known-staff.ts';

interface OnAlert extends Repeatable {
  readonly alertId: string;
}
type Given<Input> = (caller: Caller, input: Input) => Promise<Handled<AlertState, AlertEvent>>;

export interface AlertCommands {
  readonly acknowledgeAlert: Given<OnAlert & { readonly note?: string | null | undefined }>;
  readonly dismissAlert: Given<OnAlert & { readonly reason: string }>;
}

/** What a supervisor does with an alert of his centre. */
export function createAlertCommands({
  alerts,
  facts,
}: {
  readonly alerts: AlertJournal;
  readonly facts: KnownFacts;
}): AlertCommands {
  const kind = { journal: alerts, toView: toAlertView, maySee: maySeeAlert };
  const supervising = async ({ viewer, at }: Caller, view: AlertView) => ({
    at,
    by: personOf(viewer).id,
    concerned: await concernedIn(facts, view.case),
  });
  const bySupervisor = <Input extends OnAlert>(
    mutation: string,
    make: (input: Input, by: Awaited<ReturnType<typeof supervising>>) => AlertCommand,
  ): Given<Input> =>
    ofKnownStaff((caller, input) =>
      handleVisible(kind, caller, {
        ...{ mutation, id: input.alertId, input },
        mayCommand: (viewer, { centre }) => supervises(viewer, centre),
        because: 'NotSupervisor',
        command: async (view) => make(input, await supervising(caller, view)),
      }),
    );
  return {
    acknowledgeAlert: bySupervisor('acknowledgeAlert', ({ note }, by) => ({
      ...{ type: 'AcknowledgeAlert', ...by, note: note ?? '' },
    })),
    dismissAlert: bySupervisor('dismissAlert', ({ reason }, by) => ({
      ...{ type: 'DismissAlert', ...by, reason },
    })),
  };
}
