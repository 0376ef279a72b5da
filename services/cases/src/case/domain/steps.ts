import { accept, reject } from '@onewindow/kernel';
import { matterOf } from './acceptance.ts';
import { authorized } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { StepBegun, StepEnded, StepProlonged } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { ended } from './clocks.ts';
import type { Officer } from './facts.ts';
import { begun, withStep, type Step } from './step.ts';
import { countedBy, withoutStepClock, withStepClock } from './step-clocks.ts';
import type { BeginStep, EndStep, ProlongStep } from './step-commands.ts';
import { whyNotBegun } from './step-guards.ts';

/**
 * A step begins (002:163, 002:35): by who may handle the item, and where the item has it. The days of what is not
 * counted are told in writing first (行政许可法 45); the others may have a limit of their own. What is sent to the
 * authority above is out of the centre's hands: its clocks of decision and promise are met by then (002:164).
 */
export function beginStep(command: BeginStep, state: CaseFile, rules: CaseRules) {
  const { at, officer, kind, toldDays, authority: sentTo, opinion } = command;
  const authority = authorized(officer, 'HANDLE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const because = whyNotBegun(command, state, rules);
  if (because !== null) return reject({ code: 'StepNotPossible', because });
  const step = begun({
    ...{ number: state.steps.length + 1, kind, begunBy: officer.id, from: at, toldDays },
    ...(kind === 'REFERRAL' && { authority: sentTo, opinion }),
  });
  const steps = [...state.steps, step];
  const counting = countingIn(state.region, rules, at);
  const counted = countedBy(state, steps, counting);
  const clocks = withStepClock(counted, steps, { begun: step, counting });
  const sent = kind === 'REFERRAL';
  return accept<StepBegun>({
    type: 'StepBegun',
    at,
    step,
    clocks: sent ? ended(clocks, ['DECISION', 'COMMITTED'], { at, how: 'MET' }) : clocks,
    used: authority.used,
  });
}

/**
 * It takes longer, which is told in writing too, and before the days that were told are over: what was told afterwards
 * would take back days that have counted (行政许可法 45).
 */
export function prolongStep(command: ProlongStep, state: CaseFile, rules: CaseRules) {
  const { at, officer, step: number, toldDays } = command;
  const found = ofHis(command, state);
  if (!found.ok) return reject(found.refusal);
  const { step } = found;
  if (step.toldDays === null || toldDays <= step.toldDays)
    return reject({ code: 'StepNotPossible', because: 'NotLonger' });
  const due = state.clocks.find((clock) => clock.step === number && clock.ended === null);
  if (!due || (due.deadline.dueAt !== null && due.deadline.dueAt <= at))
    return reject({ code: 'StepNotPossible', because: 'DaysOver' });
  const steps = withStep(state.steps, number, { toldDays });
  const counting = countingIn(state.region, rules, at);
  const others = state.clocks.filter((clock) => clock !== due);
  const clocks = withStepClock(countedBy({ ...state, clocks: others }, steps, counting), steps, {
    begun: { ...step, toldDays },
    counting,
  });
  const { used } = found;
  return accept<StepProlonged>({
    ...{ type: 'StepProlonged', at, step: number, toldDays, by: officer.id, clocks, used },
  });
}

/** It is over, with what came of it in writing: a survey's report, a meeting's demands, a sheet that is signed. */
export function endStep(command: EndStep, state: CaseFile, rules: CaseRules) {
  const { at, officer, step: number, record, changes } = command;
  const found = ofHis(command, state);
  if (!found.ok) return reject(found.refusal);
  const because = whyNotEnded(command, found.step, state);
  if (because !== null) return reject({ code: 'StepNotPossible', because });
  return accept<StepEnded>({
    ...{ type: 'StepEnded', at, step: number, by: officer.id, record, changes, upper: null },
    clocks: clocksAfter(state, { number, at }, rules),
    used: found.used,
  });
}

/** The clocks when a step is over: what it did not take of its told days counts again. */
export function clocksAfter(
  state: CaseFile,
  { number, at }: { readonly number: number; readonly at: Step['from'] },
  rules: CaseRules,
) {
  const steps = withStep(state.steps, number, { until: at });
  const clocks = withoutStepClock(state.clocks, { number, until: at });
  return countedBy({ ...state, clocks }, steps, countingIn(state.region, rules, at));
}

/** Why it can't end so; null where it can. All demands of meetings are told once, in writing (002:33). */
function whyNotEnded({ record, changes }: EndStep, step: Step, { steps }: CaseFile) {
  if (step.kind === 'REFERRAL') return 'AwaitedFromAbove';
  if (record.trim() === '') return 'NoRecord';
  if (changes === null) return null;
  if (step.kind !== 'MEETING') return 'NoMeeting';
  return steps.some((other) => other.changes !== null) ? 'ChangesTold' : null;
}

/** The step as long as it lasts, for who began it or has the case in hand by now. */
function ofHis(
  { at, officer, step: number }: Pick<EndStep, 'at' | 'officer' | 'step'>,
  state: CaseFile,
) {
  const authority = authorized(officer, 'HANDLE', matterOf(state, at));
  if (!authority.ok) return authority;
  const step = state.steps.find((one) => one.number === number && one.until === null);
  const refused = (because: 'NotOpen' | 'OfAnother') =>
    ({ ok: false, refusal: { code: 'StepNotPossible', because } }) as const;
  if (!step) return refused('NotOpen');
  if (!isHis(step, officer, state)) return refused('OfAnother');
  return { ok: true, step, used: authority.used } as const;
}

const isHis = ({ begunBy }: Step, { id }: Officer, { handler }: CaseFile): boolean =>
  begunBy === null || begunBy === id || handler === id;

/** The first step that must be over before this is done; null where none is. */
export function stillOpen(
  { steps }: Pick<CaseFile, 'steps'>,
  before: 'ISSUE' | 'COMPLETE',
): { readonly code: 'StepStillOpen'; readonly kind: Step['kind'] } | null {
  // The dossier must be back where the certificate is handed over (002:37); all links end before the case (002:163).
  const open = steps.find(
    ({ until, kind }) => until === null && (before === 'COMPLETE' || kind === 'DEPARTMENT'),
  );
  return open ? { code: 'StepStillOpen', kind: open.kind } : null;
}
