import { deadline, type Period } from '@onewindow/calendar';
import type { CaseClock, CaseFile } from './case.ts';
import { started, type Counting } from './clocks.ts';
import { uncounted } from './counted-again.ts';
import { recounted } from './deadlines-of-a-case.ts';
import { isSpecial, specialTimesOf, type Step } from './step.ts';

type Running = Pick<CaseFile, 'clocks' | 'terms' | 'steps'>;

/** All clocks counted by these steps: a step's own among them. */
export const countedBy = (
  state: Running,
  steps: readonly Step[],
  counting: Counting,
): readonly CaseClock[] => recounted({ ...state, specialTimes: specialTimesOf(steps) }, counting);

/**
 * The clocks with that of a step that begins: TOLD ends with the days that were told of what is not counted, and then
 * the other clocks go on; STEP is the limit of what is counted. None where no days are told.
 */
export function withStepClock(
  clocks: readonly CaseClock[],
  steps: readonly Step[],
  { begun, counting }: { readonly begun: Step; readonly counting: Counting },
): readonly CaseClock[] {
  const { number: step, kind, from: startedAt, toldDays } = begun;
  if (toldDays === null) return clocks;
  const { calendar } = counting;
  const period: Period = { value: toldDays, unit: 'WORKING_DAYS' };
  if (isSpecial(kind)) {
    const rule = '行政许可法 45';
    const due = deadline({ calendar, rule, startedAt, period, suspensions: [] });
    return [...clocks, { ...started('TOLD', due, counting), dueSoonAt: null, step }];
  }
  const suspensions = specialTimesOf(steps).map((time) => uncounted(time, calendar));
  const due = deadline({ calendar, rule: '环节时限', startedAt, period, suspensions });
  return [...clocks, { ...started('STEP', due, counting), step }];
}

/** The clocks without that of a step that ends: its limit was met, or what was told holds no longer. */
export const withoutStepClock = (
  clocks: readonly CaseClock[],
  { number, until: at }: { readonly number: number; readonly until: Step['from'] },
): readonly CaseClock[] =>
  clocks.map((clock) =>
    clock.step === number && clock.ended === null
      ? { ...clock, ended: { at, how: clock.clock === 'STEP' ? 'MET' : 'STOPPED' } }
      : clock,
  );
