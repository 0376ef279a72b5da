import type { AggregateType, Journal } from '@onewindow/persistence';
import type { CaseCommand } from '../domain/case-commands.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseRefusal } from '../domain/case-refusals.ts';
import type { CaseRules } from '../domain/case-rules.ts';
import { createCaseLifecycle } from '../domain/case-lifecycle.ts';
import { caseTimers } from '../domain/case-timers.ts';
import type { CaseState } from '../domain/case.ts';
import { publishCaseEvent } from '../events/publish-case-events.ts';
import { caseIndexes, caseQueries } from './case-queries.ts';

export type CaseJournal = Journal<CaseState, CaseCommand, CaseEvent, CaseRefusal>;

/** A case as the journal keeps it. */
export function caseAggregate(
  rules: CaseRules,
): AggregateType<CaseState, CaseCommand, CaseEvent, CaseRefusal> {
  return {
    kind: 'case',
    collection: 'cases',
    decider: createCaseLifecycle(rules),
    stateVersion: 2,
    belonging: (state) => {
      if (state.status === 'ABSENT') throw new Error('A case belongs nowhere before it is filed.');
      const { region, centre, department } = state;
      return { region, centre, department };
    },
    timers: caseTimers,
    elapse: ({ kind, at }) => ({ type: 'ElapseTimer', kind, at }),
    publish: publishCaseEvent,
    indexes: caseIndexes,
    queries: caseQueries,
  };
}
