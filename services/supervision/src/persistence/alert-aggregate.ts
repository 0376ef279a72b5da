import type { AggregateType, Journal } from '@onewindow/persistence';
import { ALERT_PERMITTED, alertLifecycle } from '../domain/alert-lifecycle.ts';
import {
  ALERT_KINDS,
  ALERT_LEVELS,
  type AlertCommand,
  type AlertEvent,
  type AlertState,
} from '../domain/alert.ts';
import type { SupervisionRefusal } from '../domain/refusals.ts';
import { publishAlertEvent } from '../events/publish-alert-events.ts';
import { indexesOf, queriesOf, statusesOf } from './scoped-lists.ts';

export type AlertJournal = Journal<AlertState, AlertCommand, AlertEvent, SupervisionRefusal>;

export const alertLists = {
  scopes: { centre: 'centre', department: 'department' },
  filters: {
    'state.status': statusesOf(ALERT_PERMITTED),
    'state.kind': ALERT_KINDS,
    'state.level': ALERT_LEVELS,
  },
  newest: { 'state.occurredAt': -1, _id: -1 },
  oldest: { 'state.occurredAt': 1, _id: 1 },
  of: 'state.case',
} as const;

/** An alert as the journal keeps it. */
export const alertAggregate: AggregateType<
  AlertState,
  AlertCommand,
  AlertEvent,
  SupervisionRefusal
> = {
  kind: 'alert',
  collection: 'alerts',
  decider: alertLifecycle,
  stateVersion: 1,
  belonging: (state) => {
    if (state.status === 'ABSENT')
      throw new Error('No alert belongs anywhere before it is raised.');
    const { region, centre, department } = state;
    return { region, centre, department };
  },
  publish: publishAlertEvent,
  indexes: indexesOf(alertLists),
  queries: queriesOf(alertLists),
};
