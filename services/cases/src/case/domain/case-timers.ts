import type { Instant } from '@onewindow/kernel';
import type { CaseState, ClockName, FiledCase } from './case.ts';
import { isOurs, runningClock } from './clocks.ts';

export type TimerKind = `DUE_SOON:${ClockName}` | `OVERDUE:${ClockName}` | 'LAPSE';

export interface CaseTimer {
  readonly kind: TimerKind;
  readonly at: Instant;
}

/** Each clock warns once and is overdue once; a notice without an answer lapses, and so does a broken promise. */
export function caseTimers(state: CaseState): readonly CaseTimer[] {
  if (state.status === 'ABSENT') return [];
  const ofClocks = state.clocks
    .filter(({ clock, ended }) => ended === null && isOurs(clock))
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
  const lapsesAt = lapseOf(state);
  return lapsesAt === null ? ofClocks : [...ofClocks, { kind: 'LAPSE', at: lapsesAt }];
}

/** When the application lapses: nothing came after the notice, or not all that was promised (L15). */
function lapseOf(state: FiledCase): Instant | null {
  if (state.status === 'SUPPLEMENT_REQUIRED') return state.notice.lapsesAt;
  return runningClock(state.clocks, 'OWED')?.deadline.dueAt ?? null;
}
