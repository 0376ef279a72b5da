import type { Instant } from '@onewindow/kernel';
import type { Supervising } from '../../domain/impartiality.ts';

/** Who is kept away from which case, until when, and who has decided so. Why is sealed. */
export interface ExclusionFacts {
  readonly case: string;
  readonly staff: string;
  readonly region: string;
  readonly centre: string;
  /** The department that handles the case: its chief names another handler. */
  readonly department: string;
  /** From this moment on he is kept away no longer. */
  readonly until: Instant;
  /** Salted digest of the sealed reason. */
  readonly digest: string;
}
interface ExclusionFile extends ExclusionFacts {
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  /** Unique while he is kept away, absent afterwards: no second exclusion of the same person from the same case. */
  readonly inForceKey?: string;
}
export type DecidedExclusion =
  | (ExclusionFile & { readonly status: 'IN_FORCE' })
  | (ExclusionFile & {
      readonly status: 'LIFTED';
      readonly lifting: { readonly by: string; readonly at: Instant };
    });
export type ExclusionState = { readonly status: 'ABSENT' } | DecidedExclusion;

export interface ExcludeFromCase extends ExclusionFacts, Supervising {
  readonly type: 'ExcludeFromCase';
  readonly at: Instant;
}
export interface LiftExclusion extends Supervising {
  readonly type: 'LiftExclusion';
  readonly at: Instant;
}
/** By itself, when its end is there. */
export interface EndExclusion {
  readonly type: 'EndExclusion';
  readonly at: Instant;
}
export type ExclusionCommand = ExcludeFromCase | LiftExclusion | EndExclusion;

export interface CaseExclusionDecided extends ExclusionFacts {
  readonly type: 'CaseExclusionDecided';
  readonly at: Instant;
  readonly by: string;
}
export interface CaseExclusionLifted {
  readonly type: 'CaseExclusionLifted';
  readonly at: Instant;
  readonly by: string;
}
/** Nobody is told: its end was told with it. */
export interface CaseExclusionEnded {
  readonly type: 'CaseExclusionEnded';
  readonly at: Instant;
}
export type ExclusionEvent = CaseExclusionDecided | CaseExclusionLifted | CaseExclusionEnded;
