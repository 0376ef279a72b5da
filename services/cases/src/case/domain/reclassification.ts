import { accept, reject } from '@onewindow/kernel';
import { matterOf } from './acceptance.ts';
import { authorized } from './authority.ts';
import type { CaseClock, CaseFile } from './case.ts';
import type { CaseReclassified } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import type { HandledAs, ReclassifyCase } from './classified.ts';
import type { Counting } from './clocks.ts';
import { recounted } from './deadlines-of-a-case.ts';

/**
 * What was to be done on the spot is handled within the promise, or the other way round, with a reason that stays
 * (002:35, 3.2). Its promise is counted anew from the acceptance; what is late already stays so.
 */
export function reclassifyCase(command: ReclassifyCase, state: CaseFile, rules: CaseRules) {
  const { at, officer, to, reason } = command;
  const authority = authorized(officer, 'ACCEPT', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const because = whyNot(command, state);
  if (because !== null) return reject({ code: 'ReclassificationNotPossible', because });
  const terms = { ...state.terms, handlingMode: to };
  const counting = countingIn(state.region, rules, at);
  const promised = state.clocks.map((clock) => promisedAs(to, clock, counting));
  const clocks = recounted({ ...state, clocks: promised, terms }, counting);
  return accept<CaseReclassified>({
    type: 'CaseReclassified',
    at,
    reclassification: {
      from: to === 'IMMEDIATE' ? 'COMMITTED' : 'IMMEDIATE',
      to,
      reason,
      by: officer.id,
      at,
    },
    terms,
    clocks,
    used: authority.used,
  });
}

function whyNot({ to, reason }: ReclassifyCase, { kind, terms, overdue }: CaseFile) {
  if (kind !== 'IMMEDIATE' && kind !== 'COMMITTED') return 'OfAnotherKind';
  if (kind === to || terms.handlingMode === to) return 'SameKind';
  if (reason.trim() === '') return 'NoReason';
  if (to === 'COMMITTED' && terms.committedLimit === null) return 'NoLimit';
  return overdue ? 'LateAlready' : null;
}

/** What is done on the spot ends when the centre closes; any other promise with the day (A10). */
function promisedAs(to: HandledAs, clock: CaseClock, { closing: closes }: Counting): CaseClock {
  if (clock.clock !== 'COMMITTED' || clock.ended !== null) return clock;
  const { closes: _, ...withDay } = clock;
  return to === 'IMMEDIATE' ? { ...withDay, closes } : withDay;
}
