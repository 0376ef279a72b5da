import type { CaseCommand } from '../src/case/domain/case-commands.ts';
import type { CaseState } from '../src/case/domain/case.ts';
import type { Officer, Power } from '../src/case/domain/facts.ts';

/** A case as the law sees it: no more than what decides whether something may be done. All of one item, `anItem`. */
export interface Model {
  readonly status: CaseState['status'];
  readonly isAtWindow: boolean;
  readonly came: ReadonlySet<string>;
  /** The lines of the notice, and those of them that are still waited for. */
  readonly asked: ReadonlySet<string>;
  readonly waited: ReadonlySet<string>;
  readonly isAnswered: boolean;
  /** Lines of the notice were sent back, which is done once. */
  readonly isSentBack: boolean;
  readonly owed: ReadonlySet<string>;
  readonly isPaused: boolean;
}

const LISTED = ['m1', 'm2', 'm3', 'm4'];
const NECESSARY = ['m1', 'm2'];
const MAY_FOLLOW = 'm3';

/** What becomes of a case by a command, or null where the law refuses it. Written apart from the program. */
export function expectedOf(model: Model, command: CaseCommand): Model | null {
  const rule: Rule<never> | undefined = RULES[command.type];
  return (rule as Rule<CaseCommand> | undefined)?.(model, command) ?? null;
}

type Rule<Command> = (model: Model, command: Command) => Model | null;
type Rules = {
  readonly [Type in CaseCommand['type']]?: Rule<Extract<CaseCommand, { readonly type: Type }>>;
};

const isOneOf = ({ status }: Model, ...statuses: readonly Model['status'][]) =>
  statuses.includes(status);
const isOpen = (model: Model) =>
  isOneOf(model, 'SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS');
const stands = ({ staff }: Officer) => staff?.onPost === true;
const may = (officer: Officer, power: Power) =>
  stands(officer) && officer.letters.some(({ powers }) => powers.includes(power));
const with_ = (set: ReadonlySet<string>, more: readonly string[]) => new Set([...set, ...more]);
const without = (set: ReadonlySet<string>, less: readonly string[]) =>
  new Set([...set].filter((one) => !less.includes(one)));
const has = (model: Model, ids: readonly string[]) => ids.every((id) => model.came.has(id));
const closed = (model: Model, status: Model['status']): Model => ({ ...model, status });

const bring: Rule<{ readonly materials: readonly string[]; readonly officer: Officer | null }> = (
  model,
  { materials, officer },
) => {
  if (officer && !stands(officer)) return null;
  if (materials.length === 0 || materials.some((id) => !LISTED.includes(id))) return null;
  const came = with_(model.came, materials);
  const isAgain = (id: string) => model.came.has(id) && !model.waited.has(id);
  if (isOneOf(model, 'SUBMITTED', 'SUPPLEMENT_REQUIRED') && materials.some(isAgain)) return null;
  if (model.status === 'SUBMITTED') return { ...model, came };
  if (model.status === 'SUPPLEMENT_REQUIRED') {
    const waited = without(model.waited, materials);
    return waited.size > 0
      ? { ...model, came, waited }
      : { ...model, came, waited, status: 'SUBMITTED', isAnswered: true };
  }
  return materials.every((id) => model.owed.has(id))
    ? { ...model, came, owed: without(model.owed, materials) }
    : null;
};

const RULES: Rules = {
  SubmitCase: (model, { officer, materials }) =>
    isOneOf(model, 'ABSENT') &&
    (officer === null || stands(officer)) &&
    materials.every((id) => LISTED.includes(id))
      ? {
          ...{ status: 'SUBMITTED', isAtWindow: officer !== null, came: new Set(materials) },
          ...{ asked: new Set(), waited: new Set(), owed: new Set() },
          ...{ isAnswered: false, isSentBack: false, isPaused: false },
        }
      : null,
  RequestSupplement: (model, { officer, materials, defects }) => {
    const bad = defects.map(({ material }) => material);
    const lines = [...new Set([...materials, ...bad])];
    if (!isOneOf(model, 'SUBMITTED') || !may(officer, 'ACCEPT') || lines.length === 0) return null;
    const isOfIt = lines.every((id) => model.asked.has(id) && bad.includes(id));
    const insists = isOfIt && !model.isSentBack;
    // A second notice changes nothing: it is kept, and supervision reads it.
    if (model.asked.size > 0 && !insists) return model;
    const areLacking = lines.every(
      (id) => NECESSARY.includes(id) && model.came.has(id) === bad.includes(id),
    );
    const isAll = NECESSARY.every((id) => model.came.has(id) || lines.includes(id));
    if (!areLacking || !isAll) return null;
    const waited = new Set(lines);
    const isFirst = model.asked.size === 0;
    return {
      ...{ ...model, status: 'SUPPLEMENT_REQUIRED', waited, isAnswered: false },
      ...(isFirst ? { asked: waited } : { isSentBack: true }),
    };
  },
  SubmitSupplement: (model, command) =>
    isOneOf(model, 'SUPPLEMENT_REQUIRED') ? bring(model, command) : null,
  BringMaterials: (model, command) => (isOpen(model) ? bring(model, command) : null),
  AcceptCase: (model, { officer, rightsInformed, promise }) => {
    const isReady = isOneOf(model, 'SUBMITTED') && has(model, NECESSARY) && rightsInformed;
    if (!isReady || !may(officer, 'ACCEPT')) return null;
    const owed = promise?.materials ?? [];
    const mayOwe =
      promise === null ||
      (promise.until > '2026-09-18' &&
        owed.length > 0 &&
        owed.every((id) => id === MAY_FOLLOW && !model.came.has(id)));
    const status = may(officer, 'HANDLE') ? 'IN_PROCESS' : 'ACCEPTED';
    return mayOwe ? { ...model, status, owed: new Set(owed) } : null;
  },
  ReturnCase: (model, { officer, ground, competentAuthority }) => {
    if (!isOneOf(model, 'SUBMITTED') || !may(officer, 'ACCEPT') || ground === null) return null;
    if ((ground === 'OUT_OF_SCOPE') !== (competentAuthority !== null)) return null;
    const isComplete = model.isAnswered || has(model, NECESSARY);
    return ground === 'NOT_ELIGIBLE' && isComplete ? null : closed(model, 'RETURNED');
  },
  DispatchCase: (model, { handler }) =>
    isOneOf(model, 'ACCEPTED', 'IN_PROCESS') && may(handler, 'HANDLE')
      ? { ...model, status: 'IN_PROCESS' }
      : null,
  SuspendCase: (model, { officer }) =>
    isOneOf(model, 'IN_PROCESS') && !model.isPaused && may(officer, 'HANDLE')
      ? { ...model, isPaused: true }
      : null,
  ResumeCase: (model, { officer }) =>
    isOneOf(model, 'IN_PROCESS') && model.isPaused && may(officer, 'HANDLE')
      ? { ...model, isPaused: false }
      : null,
  DecideCase: (model, { officer, outcome, report, seal, supervises }) => {
    const isReady = isOneOf(model, 'IN_PROCESS') && !model.isPaused && model.owed.size === 0;
    const isSealed = seal?.custodian === officer.id;
    if (!isReady || supervises || !may(officer, 'DECIDE') || !isSealed) return null;
    return outcome === 'REJECTED' && report === null ? null : { ...model, status: outcome };
  },
  IssueCertificate: (model, { officer }) =>
    isOneOf(model, 'APPROVED') && may(officer, 'ISSUE') ? closed(model, 'ISSUED') : null,
  CompleteCase: (model, { officer }) =>
    isOneOf(model, 'REJECTED', 'RETURNED', 'ISSUED') && may(officer, 'ISSUE')
      ? closed(model, 'COMPLETED')
      : null,
  WithdrawCase: (model, { officer, paper }) => {
    const isHisWill = officer === null || (stands(officer) && model.isAtWindow && paper !== null);
    return isOpen(model) && isHisWill ? closed(model, 'WITHDRAWN') : null;
  },
  ElapseTimer: (model, { kind }) => {
    if (kind === 'OVERDUE:TELL_ONCE')
      return isOneOf(model, 'SUBMITTED') ? { ...model, status: 'ACCEPTED' } : null;
    const isWaited = isOneOf(model, 'SUPPLEMENT_REQUIRED');
    const isOwed = isOneOf(model, 'ACCEPTED', 'IN_PROCESS') && model.owed.size > 0;
    return isWaited || isOwed ? closed(model, 'LAPSED') : null;
  },
  RecountClocks: (model) => (isOneOf(model, 'ABSENT') ? null : model),
};
