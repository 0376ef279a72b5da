import { caseExclusionEvents, type CaseExclusionSnapshot } from '@onewindow/contracts';
import { defineKind, type View } from '@onewindow/service';
import type { ExclusionState } from './domain/case-exclusion.ts';
import { exclusionLifecycle, exclusionTimers } from './domain/exclusion-lifecycle.ts';
import { exclusionSight } from './who-sees-exclusions.ts';

/** What is stored, told, listed and seen of an exclusion; why somebody is kept away is sealed beside it. */
export const caseExclusionKind = defineKind({
  kind: 'case-exclusion',
  collection: 'caseExclusions',
  stateVersion: 1,
  decider: exclusionLifecycle,
  timers: exclusionTimers,
  elapse: ({ at }) => ({ type: 'EndExclusion' as const, at }),
  // No department: colleagues of who is kept away are not told by the stream.
  belonging: ({ region, centre }) => ({ region, centre }),
  events: {
    CaseExclusionDecided: caseExclusionEvents.decided,
    CaseExclusionLifted: caseExclusionEvents.lifted,
    CaseExclusionEnded: null,
  },
  snapshot: exclusionSnapshotOf,
  lists: {
    scopes: { centre: 'centre', department: 'state.department' },
    filters: {},
    newest: 'state.decidedAt',
    of: { case: 'state.case' },
  },
  indexes: [
    { fields: { 'state.inForceKey': 1 }, unique: true, sparse: true, fact: 'exclusionInForce' },
  ],
  queries: { byInForceKey: { equality: ['state.inForceKey'], sort: {} } },
  sight: exclusionSight,
});

/** An exclusion without its reason: cases keeps who is excluded from the case by it (X24). */
function exclusionSnapshotOf(exclusion: View<ExclusionState>): CaseExclusionSnapshot {
  const { id, status, staff, region, centre, decidedBy, until } = exclusion;
  return { id, status, case: exclusion.case, staff, region, centre, decidedBy, until };
}
