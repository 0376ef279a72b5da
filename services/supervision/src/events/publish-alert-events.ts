import {
  alertAcknowledged,
  alertDismissed,
  alertRaised,
  fact,
  type AlertSnapshot,
  type ContractFact,
} from '@onewindow/contracts';
import type { Entry } from '@onewindow/persistence';
import type { AlertEvent, AlertState, RaisedAlert } from '../domain/alert.ts';

const CONTRACTS = {
  AlertRaised: alertRaised,
  AlertAcknowledged: alertAcknowledged,
  AlertDismissed: alertDismissed,
} as const satisfies Record<AlertEvent['type'], unknown>;

/** What others learn of an entry. */
export function publishAlertEvent(
  { event }: Pick<Entry<AlertEvent>, 'event'>,
  state: AlertState,
  id: string,
): ContractFact | undefined {
  return state.status === 'ABSENT'
    ? undefined
    : fact(CONTRACTS[event.type], { happened: {}, snapshot: alertSnapshotOf(id, state) });
}

/** An alert without who is concerned and what was said to it. */
export function alertSnapshotOf(id: string, state: RaisedAlert): AlertSnapshot {
  const { kind, level, status, region, centre, department, occurredAt } = state;
  return { id, kind, level, status, case: state.case, region, centre, department, occurredAt };
}
