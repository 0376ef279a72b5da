import {
  accept,
  assertNever,
  reject,
  type Decider,
  type Decision,
  type Instant,
} from '@onewindow/kernel';
import { handlesTheCase, type Supervising } from './impartiality.ts';
import { notPermitted, type SupervisionRefusal } from './refusals.ts';

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
type PersonsExclusionCommand = ExcludeFromCase | LiftExclusion;
export type ExclusionCommand = PersonsExclusionCommand | EndExclusion;

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

/** What may be done with an exclusion in which status; `case-exclusion.spec.ts` holds `decide` against it. */
export const EXCLUSION_PERMITTED = {
  ABSENT: ['ExcludeFromCase'],
  IN_FORCE: ['LiftExclusion'],
  LIFTED: [],
} as const satisfies Record<ExclusionState['status'], readonly PersonsExclusionCommand['type'][]>;

/**
 * 回避 (X24; 000:16, 000:28): a complaint keeps nobody from a case. A supervisor does, by a decision with a reason
 * and an end.
 */
export const exclusionLifecycle: Decider<
  ExclusionState,
  ExclusionCommand,
  ExclusionEvent,
  SupervisionRefusal
> = { initial: { status: 'ABSENT' }, decide, evolve };

type ExclusionDecision = Decision<ExclusionEvent, SupervisionRefusal>;

/** He is kept away at this moment. */
export function isInForce(state: DecidedExclusion, at: Instant): boolean {
  return state.status === 'IN_FORCE' && at < state.until;
}

/** The same for the same person and case. */
export function inForceKey({ case: of, staff }: Pick<ExclusionFacts, 'case' | 'staff'>): string {
  return `${of}:${staff}`;
}

/** Its end, until that has come or it is lifted. */
export function exclusionTimers(
  state: ExclusionState,
): readonly { readonly kind: 'EXCLUSION_ENDS'; readonly at: Instant }[] {
  return state.status === 'IN_FORCE' && state.inForceKey !== undefined
    ? [{ kind: 'EXCLUSION_ENDS', at: state.until }]
    : [];
}

function decide(command: ExclusionCommand, state: ExclusionState): ExclusionDecision {
  switch (command.type) {
    case 'ExcludeFromCase':
      return state.status === 'ABSENT'
        ? exclude(command)
        : reject(notPermitted(command.type, state.status));
    case 'LiftExclusion':
      return state.status === 'IN_FORCE'
        ? lift(command, state)
        : reject(notPermitted(command.type, state.status));
    case 'EndExclusion':
      return exclusionTimers(state).some(({ at }) => at <= command.at)
        ? accept({ type: 'CaseExclusionEnded', at: command.at })
        : reject(notPermitted(command.type, state.status));
    default:
      return assertNever(command);
  }
}

function exclude(command: ExcludeFromCase): ExclusionDecision {
  const { at, by, staff, region, centre, department, until, digest } = command;
  const refusal = handlesTheCase(command);
  if (refusal) return reject(refusal);
  if (until <= at) return reject({ code: 'EndNotAhead', field: 'until' });
  const facts = { case: command.case, staff, region, centre, department, until, digest };
  return accept({ type: 'CaseExclusionDecided', at, by, ...facts });
}

/** By a supervisor who is neither concerned in the case nor the one who is kept away from it. */
function lift(
  { at, by, concerned }: LiftExclusion,
  state: Extract<ExclusionState, { readonly status: 'IN_FORCE' }>,
): ExclusionDecision {
  const refusal = handlesTheCase({ by, concerned: [...concerned, state.staff] });
  if (refusal) return reject(refusal);
  return isInForce(state, at)
    ? accept({ type: 'CaseExclusionLifted', at, by })
    : reject(notPermitted('LiftExclusion', 'ENDED'));
}

function evolve(state: ExclusionState, event: ExclusionEvent): ExclusionState {
  if (event.type === 'CaseExclusionDecided') {
    const { type: _, at, by, ...facts } = event;
    const decided = { decidedBy: by, decidedAt: at, inForceKey: inForceKey(facts) };
    return { ...facts, ...decided, status: 'IN_FORCE' };
  }
  if (state.status === 'ABSENT') return state;
  const { inForceKey: _, ...over } = state;
  if (event.type === 'CaseExclusionEnded') return over;
  return { ...over, status: 'LIFTED', lifting: { by: event.by, at: event.at } };
}
