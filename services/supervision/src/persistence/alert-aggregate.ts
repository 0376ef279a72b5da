import type { AggregateType, Journal } from '@onewindow/persistence';
import { alertLifecycle } from '../domain/alert-lifecycle.ts';
import type { AlertCommand, AlertEvent, AlertState } from '../domain/alert.ts';
import type { SupervisionRefusal } from '../domain/refusals.ts';
import { publishAlertEvent } from '../events/publish-alert-events.ts';
import { indexesOf, queriesOf } from './scoped-lists.ts';

export type AlertJournal = Journal<AlertState, AlertCommand, AlertEvent, SupervisionRefusal>;

export const alertLists = {
  scopes: { centre: 'centre', department: 'department' },
  filters: ['state.status', 'state.kind', 'state.level'],
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
