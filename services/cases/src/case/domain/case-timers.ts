import type { Instant } from '@onewindow/kernel';
import type { CaseState, ClockName, FiledCase } from './case.ts';
import { isOurs, passes, runningClock } from './clocks.ts';

/** Behind the name the number of the step, where the clock is a step's. */
type OfClock = ClockName | `${ClockName}:${number}`;
export type TimerKind = `DUE_SOON:${OfClock}` | `OVERDUE:${OfClock}` | 'LAPSE';

export interface CaseTimer {
  readonly kind: TimerKind;
  readonly at: Instant;
}

/** Each clock warns once and is overdue once; a notice without an answer lapses, and so does a broken promise. */
export function caseTimers(state: CaseState): readonly CaseTimer[] {
  if (state.status === 'ABSENT') return [];
  const ofClocks = state.clocks
    .filter((of) => of.ended === null && (isOurs(of.clock) || passes(of)))
    .flatMap((of): readonly CaseTimer[] => {
      const { deadline, dueSoonAt, dueSoonTold, overdueSince } = of;
      if (overdueSince !== null) return [];
      const clock: OfClock = of.step === undefined ? of.clock : `${of.clock}:${of.step}`;
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
