import { accept, defineDecider, instant, reject, type Instant } from '@onewindow/kernel';
import { handlesTheCase } from '../../domain/impartiality.ts';
import type {
  DecidedExclusion,
  ExclusionCommand,
  ExclusionEvent,
  ExclusionFacts,
  ExclusionState,
} from './case-exclusion.ts';

/** What may be done with an exclusion in which status, by a supervisor or by its end. */
export const EXCLUSION_PERMITTED = {
  ABSENT: ['ExcludeFromCase'],
  IN_FORCE: ['LiftExclusion', 'EndExclusion'],
  LIFTED: [],
} as const satisfies Record<ExclusionState['status'], readonly ExclusionCommand['type'][]>;

/** For so many days somebody is kept away by one decision; longer by a new one (local rule: an exclusion is no posting). */
export const MOST_DAYS = 90;

/** The latest end of an exclusion that is decided now. */
const latestEnd = (at: Instant): Instant =>
  instant(new Date(Date.parse(at) + MOST_DAYS * 86_400_000));

/**
 * 回避 (X24; 000:16, 000:28): a complaint keeps nobody from a case. A supervisor does, by a decision with a reason
 * and an end.
 */
export const exclusionLifecycle = defineDecider<ExclusionState, ExclusionCommand, ExclusionEvent>()(
  {
    initial: { status: 'ABSENT' },
    permitted: EXCLUSION_PERMITTED,
    branches: {
      ExcludeFromCase: (command) => {
        const { at, by, staff, region, centre, department, until, digest } = command;
        const refusal = handlesTheCase(command);
        if (refusal) return reject(refusal);
        if (until <= at) return reject({ code: 'EndNotAhead', field: 'until' });
        if (until > latestEnd(at)) {
          return reject({ code: 'EndTooFar', field: 'until', days: MOST_DAYS });
        }
        return accept({
          type: 'CaseExclusionDecided',
          at,
          by,
          case: command.case,
          staff,
          region,
          centre,
          department,
          until,
          digest,
        });
      },
      // By a supervisor who is neither concerned in the case nor the one who is kept away from it.
      LiftExclusion: ({ at, by, concerned }, state) => {
        const refusal = handlesTheCase({ by, concerned: [...concerned, state.staff] });
        if (refusal) return reject(refusal);
        return isInForce(state, at)
          ? accept({ type: 'CaseExclusionLifted', at, by })
          : reject({ code: 'NotPermittedInStatus', command: 'LiftExclusion', status: 'ENDED' });
      },
      EndExclusion: ({ at }, state) =>
        exclusionTimers(state).some((end) => end.at <= at)
          ? accept({ type: 'CaseExclusionEnded', at })
          : reject({ code: 'NotPermittedInStatus', command: 'EndExclusion', status: state.status }),
    },
    evolve,
  },
);

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

function evolve(state: ExclusionState, event: ExclusionEvent): ExclusionState {
  if (event.type === 'CaseExclusionDecided') {
    const { type: _, at, by, ...about } = event;
    const decided = { decidedBy: by, decidedAt: at, inForceKey: inForceKey(about) };
    return { ...about, ...decided, status: 'IN_FORCE' };
  }
  if (state.status === 'ABSENT') return state;
  const { inForceKey: _, ...over } = state;
  if (event.type === 'CaseExclusionEnded') return over;
  return { ...over, status: 'LIFTED', lifting: { by: event.by, at: event.at } };
}
