import { accept, reject } from '@onewindow/kernel';
import { matterOf } from './acceptance.ts';
import { authorized } from './authority.ts';
import type { CaseFile, FiledCase, SpecialTime } from './case.ts';
import type { ResumeCase, SuspendCase } from './case-commands.ts';
import type { CaseResumed, CaseSuspended } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { begun, oldestSpecial } from './step.ts';
import { countedBy, withStepClock } from './step-clocks.ts';
import { clocksAfter } from './steps.ts';

/** The special procedure that lasts, if one does. */
export function lasting({ specialTimes }: Pick<CaseFile, 'specialTimes'>): SpecialTime | undefined {
  return specialTimes.find(({ until }) => until === null);
}

/**
 * Hearing, tender, auction, test, inspection, quarantine, appraisal and expert review are not counted, and
 * the applicant is told in writing how long it takes (行政许可法 45): so long they are not counted, and no longer.
 * Nothing else stops a clock.
 */
export function suspend(command: SuspendCase, state: CaseFile, rules: CaseRules) {
  const { at, procedure, toldDays } = command;
  const authority = authorized(command.officer, 'HANDLE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const refusal = paused(state);
  if (refusal) return reject(refusal);
  const time: SpecialTime = { procedure, toldDays, from: at, until: null };
  const { id: by } = command.officer;
  const number = state.steps.length + 1;
  const step = begun({ number, kind: procedure, begunBy: by, from: at, toldDays });
  const steps = [...state.steps, step];
  const counting = countingIn(state.region, rules, at);
  const clocks = withStepClock(countedBy(state, steps, counting), steps, { begun: step, counting });
  const { used } = authority;
  return accept<CaseSuspended>({ type: 'CaseSuspended', at, time, by, clocks, used });
}

export function resume(
  command: ResumeCase,
  state: Extract<FiledCase, { readonly status: 'IN_PROCESS' }>,
  rules: CaseRules,
) {
  const refusal = notPaused(state);
  if (refusal) return reject(refusal);
  const { at } = command;
  const authority = authorized(command.officer, 'HANDLE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const over = oldestSpecial(state.steps);
  const clocks = over ? clocksAfter(state, { number: over.number, at }, rules) : state.clocks;
  const { id: by } = command.officer;
  return accept<CaseResumed>({ type: 'CaseResumed', at, by, clocks, used: authority.used });
}

/** Only what stands still goes on. */
export function notPaused(state: Pick<FiledCase, 'specialTimes' | 'status'>) {
  const { status } = state;
  return lasting(state)
    ? null
    : ({
        code: 'NotPermittedInStatus',
        command: 'ResumeCase',
        status,
        because: 'NotPaused',
      } as const);
}

/** As long as a special procedure lasts, neither another one begins nor is anything decided. */
export function paused(state: Pick<CaseFile, 'specialTimes'>) {
  const open = lasting(state);
  return open ? ({ code: 'CasePaused', procedure: open.procedure } as const) : null;
}
