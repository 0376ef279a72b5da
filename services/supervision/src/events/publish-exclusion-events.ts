import {
  caseExclusionDecided,
  caseExclusionLifted,
  fact,
  type CaseExclusionSnapshot,
  type ContractFact,
} from '@onewindow/contracts';
import type { Entry } from '@onewindow/persistence';
import type { DecidedExclusion, ExclusionEvent, ExclusionState } from '../domain/case-exclusion.ts';

const CONTRACTS = {
  CaseExclusionDecided: caseExclusionDecided,
  CaseExclusionLifted: caseExclusionLifted,
} as const satisfies Partial<Record<ExclusionEvent['type'], unknown>>;

/** What others learn of an entry: cases keeps the excluded from the case by it (X24). */
export function publishExclusionEvent(
  { event }: Pick<Entry<ExclusionEvent>, 'event'>,
  state: ExclusionState,
  id: string,
): ContractFact | undefined {
  return state.status === 'ABSENT' || event.type === 'CaseExclusionEnded'
    ? undefined
    : fact(CONTRACTS[event.type], { happened: {}, snapshot: exclusionSnapshotOf(id, state) });
}

/** An exclusion without its reason. */
export function exclusionSnapshotOf(id: string, state: DecidedExclusion): CaseExclusionSnapshot {
  const { status, staff, region, centre, decidedBy, until } = state;
  return { id, status, case: state.case, staff, region, centre, decidedBy, until };
}
