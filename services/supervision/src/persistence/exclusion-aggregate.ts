import type { AggregateType, Journal } from '@onewindow/persistence';
import {
  exclusionLifecycle,
  exclusionTimers,
  type ExclusionCommand,
  type ExclusionEvent,
  type ExclusionState,
} from '../domain/case-exclusion.ts';
import type { SupervisionRefusal } from '../domain/refusals.ts';
import { publishExclusionEvent } from '../events/publish-exclusion-events.ts';
import { indexesOf, queriesOf } from './scoped-lists.ts';

export type ExclusionJournal = Journal<
  ExclusionState,
  ExclusionCommand,
  ExclusionEvent,
  SupervisionRefusal
>;

export const exclusionLists = {
  scopes: { centre: 'centre', department: 'state.department' },
  filters: {},
  newest: { 'state.decidedAt': -1, _id: -1 },
  of: 'state.case',
} as const;

/** An exclusion as the journal keeps it. It belongs to no department: its colleagues are not told by the stream. */
export const exclusionAggregate: AggregateType<
  ExclusionState,
  ExclusionCommand,
  ExclusionEvent,
  SupervisionRefusal
> = {
  kind: 'case-exclusion',
  collection: 'caseExclusions',
  decider: exclusionLifecycle,
  stateVersion: 1,
  belonging: (state) => {
    if (state.status === 'ABSENT') {
      throw new Error('No exclusion belongs anywhere before it is decided.');
    }
    const { region, centre } = state;
    return { region, centre };
  },
  timers: exclusionTimers,
  elapse: ({ at }) => ({ type: 'EndExclusion', at }),
  publish: publishExclusionEvent,
  indexes: [
    ...indexesOf(exclusionLists),
    { fields: { 'state.inForceKey': 1 }, unique: true, sparse: true, fact: 'exclusionInForce' },
  ],
  queries: {
    ...queriesOf(exclusionLists),
    byInForceKey: { equality: ['state.inForceKey'], sort: {} },
  },
};
