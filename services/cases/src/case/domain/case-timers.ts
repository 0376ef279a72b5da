import type { Instant } from '@onewindow/kernel';
import type { CaseState, ClockName } from './case.ts';

export type TimerKind = `DUE_SOON:${ClockName}` | `OVERDUE:${ClockName}` | 'LAPSE';

export interface CaseTimer {
  readonly kind: TimerKind;
  readonly at: Instant;
}

/** Each clock warns once and is overdue once; a notice without an answer lapses. */
export function caseTimers(state: CaseState): readonly CaseTimer[] {
  if (state.status === 'ABSENT') return [];
  const ofClocks = state.clocks
    .filter(({ ended }) => ended === null)
    .flatMap(({ clock, deadline, dueSoonAt, dueSoonTold, overdueSince }): readonly CaseTimer[] => {
      if (overdueSince !== null) return [];
      return [
        ...(dueSoonAt !== null && !dueSoonTold
          ? [{ kind: `DUE_SOON:${clock}`, at: dueSoonAt } as const]
          : []),
        ...(deadline.dueAt === null
          ? []
          : [{ kind: `OVERDUE:${clock}`, at: deadline.dueAt } as const]),
      ];
    });
  return state.status === 'SUPPLEMENT_REQUIRED'
    ? [...ofClocks, { kind: 'LAPSE', at: state.notice.lapsesAt }]
    : ofClocks;
}
