import { accept, reject } from '@onewindow/kernel';
import { matterOf } from './acceptance.ts';
import { authorized } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { StepEnded } from './case-events.ts';
import type { CaseRules } from './case-rules.ts';
import type { DecideCase } from './case-commands.ts';
import { openStep } from './step.ts';
import type { RecordUpperDecision } from './step-commands.ts';
import { clocksAfter } from './steps.ts';

/** What the authority above has decided of what was sent to it, in writing (002:164). */
export function recordUpperDecision(
  { at, officer, outcome, record }: RecordUpperDecision,
  state: CaseFile,
  rules: CaseRules,
) {
  const authority = authorized(officer, 'HANDLE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const sent = openStep(state.steps, 'REFERRAL');
  if (!sent) return reject({ code: 'StepNotPossible', because: 'NotSent' });
  if (record.trim() === '') return reject({ code: 'StepNotPossible', because: 'NoRecord' });
  const { number } = sent;
  return accept<StepEnded>({
    ...{ type: 'StepEnded', at, step: number, by: officer.id, record, changes: null },
    upper: outcome,
    clocks: clocksAfter(state, { number, at }, rules),
    used: authority.used,
  });
}

/** Why a referred case is not decided so: it is the authority above that decides, and the window tells it (002:164). */
export function notAsAbove({ outcome }: Pick<DecideCase, 'outcome'>, state: CaseFile) {
  if (state.terms.handlingMode !== 'REFERRED_UP') return null;
  const upper = state.steps.findLast(({ kind }) => kind === 'REFERRAL')?.upper ?? null;
  return upper === outcome ? null : ({ code: 'UpperDecisionHolds', decided: upper } as const);
}
