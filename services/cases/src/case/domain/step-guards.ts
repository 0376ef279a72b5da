import type { CaseFile } from './case.ts';
import type { CaseRules } from './case-rules.ts';
import { letterFor } from './authority.ts';
import { matterOf } from './acceptance.ts';
import { isSpecial, openStep, STEP_RULES } from './step.ts';
import type { BeginStep } from './step-commands.ts';

/** Why a step can't begin; null where it can. */
export function whyNotBegun(command: BeginStep, state: CaseFile, rules: CaseRules) {
  const { kind, toldDays } = command;
  if (openStep(state.steps, kind)) return 'AlreadyOpen';
  if (!hasIt(command, state)) return 'NotOfItem';
  if (isSpecial(kind) && toldDays === null) return 'DaysNotTold';
  if (kind === 'DEPARTMENT') return whyNotToDepartment(command, state, rules);
  if (kind === 'REFERRAL') return whyNotReferred(command, state);
  return null;
}

/**
 * What the item does not have is not begun (行政许可法 45: 依法需要): by the list under which the case was filed, in
 * older ones by the item's. Of an item whose list nobody has told it is not known, and not refused.
 */
function hasIt({ kind, item }: BeginStep, { lists }: CaseFile): boolean {
  const { ofItem } = STEP_RULES[kind];
  const procedures = (lists ?? item)?.specialProcedures;
  return ofItem === null || !procedures || procedures.some((one) => one.kind === ofItem);
}

/**
 * The dossier goes to the department only where the window is not authorised to decide, no other department takes part
 * (002:37), and the centre lets it out at all (A16).
 */
function whyNotToDepartment(
  { officer, at }: BeginStep,
  state: CaseFile,
  { keepsDossiersInside }: CaseRules,
) {
  if (keepsDossiersInside) return 'KeptInside';
  if (state.terms.handlingMode === 'JOINT') return 'ManyDepartments';
  return letterFor(officer, 'DECIDE', matterOf(state, at)) ? 'AuthorizedToDecide' : null;
}

/** Sent up is what an authority above decides, with an opinion of who has looked through it (002:163, 002:164). */
function whyNotReferred({ authority, opinion }: BeginStep, { terms }: CaseFile) {
  if (terms.handlingMode !== 'REFERRED_UP') return 'NotReferred';
  const isWritten = [authority, opinion].every((text) => (text ?? '').trim() !== '');
  return isWritten ? null : 'NoOpinion';
}
