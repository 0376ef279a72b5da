import { nationalCalendar } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { createCaseLifecycle } from '../src/case/domain/case-lifecycle.ts';
import type { CaseState, CaseStatus, FiledCase } from '../src/case/domain/case.ts';
import type { CaseCommand, PersonsCommand } from '../src/case/domain/case-commands.ts';
import type { CaseEvent } from '../src/case/domain/case-events.ts';
import { countingIn, type CaseRules } from '../src/case/domain/case-rules.ts';
import type {
  ItemFact,
  LetterFact,
  Officer,
  SealFact,
  StaffFact,
} from '../src/case/domain/facts.ts';
import { handlingCommandsAt } from './handling-commands.ts';

export const calendar = nationalCalendar;
export const rules: CaseRules = {
  calendarOf: () => calendar,
  supplement: { value: 30, unit: 'WORKING_DAYS' },
  dueSoonWorkingDays: 1,
  withoutLimit: { value: 20, unit: 'WORKING_DAYS' },
  closing: '17:00',
  mostOpenApplications: 3,
  keepsDossiersInside: false,
};
export const lifecycle = createCaseLifecycle(rules);

export const ids = {
  region: '0192a000-0000-7000-8000-000000000001',
  centre: '0192a000-0000-7000-8000-000000000002',
  department: '0192a000-0000-7000-8000-000000000003',
  window: '0192a000-0000-7000-8000-000000000004',
  item: '0192a000-0000-7000-8000-000000000005',
  officer: '0192a000-0000-7000-8000-000000000006',
  letter: '0192a000-0000-7000-8000-000000000007',
  seal: '0192a000-0000-7000-8000-000000000008',
  superior: '0192a000-0000-7000-8000-000000000009',
} as const;

/** Friday 18 September 2026, 09:30 in Asia/Shanghai: before Mid-Autumn, National Day and two worked weekends. */
export const friday = instant('2026-09-18T09:30:00+08:00');
export const counting = countingIn(ids.region, rules, friday);
export const later = (day: string, time = '10:00') => instant(`2026-${day}T${time}:00+08:00`);

export function anItem(changes: Partial<ItemFact> = {}): ItemFact {
  return {
    id: ids.item,
    version: 7,
    region: ids.region,
    department: ids.department,
    centre: ids.centre,
    kind: 'ADMIN_LICENCE',
    handlingMode: 'COMMITTED',
    status: 'IN_SERVICE',
    revision: 3,
    statutoryLimit: null,
    committedLimit: { value: 5, unit: 'WORKING_DAYS' },
    materials: [
      { id: 'm1', name: '申请书', need: 'NECESSARY' },
      { id: 'm2', name: '场地证明', need: 'NECESSARY' },
      { id: 'm3', name: '照片', need: 'MAY_FOLLOW' },
      { id: 'm4', name: '委托书', need: 'NOT_NECESSARY' },
    ],
    ...changes,
  };
}

export function aLetter(changes: Partial<LetterFact> = {}): LetterFact {
  return {
    id: ids.letter,
    version: 2,
    department: ids.department,
    delegate: ids.officer,
    items: [ids.item],
    powers: ['ACCEPT', 'HANDLE', 'DECIDE', 'ISSUE'],
    validFrom: instant('2026-01-01T00:00:00+08:00'),
    validUntil: null,
    status: 'ACTIVE',
    ...changes,
  };
}

export function aStaffMember(changes: Partial<StaffFact> = {}): StaffFact {
  return {
    id: ids.officer,
    version: 4,
    homeDepartment: ids.department,
    centre: ids.centre,
    window: ids.window,
    onPost: true,
    chiefRepresentativeOf: ids.window,
    ...changes,
  };
}

export function anOfficer(changes: Partial<Officer> = {}): Officer {
  const letters = [aLetter()];
  return { id: ids.officer, staff: aStaffMember(), letters, excluded: null, ...changes };
}

export function aSeal(changes: Partial<SealFact> = {}): SealFact {
  return {
    id: ids.seal,
    version: 1,
    department: ids.department,
    custodian: ids.officer,
    status: 'IN_CUSTODY',
    ...changes,
  };
}

export const report = {
  situation: '经审查,场地不符合规定。',
  reasons: '场地面积不足。',
  rule: '行政许可法 38',
  superior: ids.superior,
};

type Commands = { readonly [T in PersonsCommand['type']]: Extract<PersonsCommand, { type: T }> };

/** One of each command, with which nothing is wrong, at the same moment. */
export function commandsAt(at = friday): Commands {
  const officer = anOfficer();
  return {
    SubmitCase: {
      type: 'SubmitCase',
      at,
      officer: null,
      itemId: ids.item,
      item: anItem(),
      receipt: { series: '4501020001-20260918', serial: 1 },
      materials: ['m1', 'm2'],
      applicant: { kind: 'NATURAL', digest: 'digest' },
      filingKey: 'key',
      openApplications: 0,
      queryCodeHash: 'hash',
    },
    RequestSupplement: {
      type: 'RequestSupplement',
      at,
      officer,
      item: anItem(),
      materials: ['m2'],
      defects: [],
    },
    SubmitSupplement: { type: 'SubmitSupplement', at, officer, materials: ['m2'] },
    BringMaterials: { type: 'BringMaterials', at, officer, materials: ['m2'] },
    AcceptCase: {
      type: 'AcceptCase',
      at,
      officer,
      item: anItem(),
      rightsInformed: true,
      promise: null,
    },
    ReturnCase: {
      type: 'ReturnCase',
      at,
      officer,
      item: anItem(),
      told: { qualifications: '本市户籍', conditions: '场地合格', procedure: '向区局申请' },
      ground: 'NOT_REQUIRED',
      competentAuthority: null,
      report,
    },
    DispatchCase: { type: 'DispatchCase', at, officer, handler: officer },
    SuspendCase: { type: 'SuspendCase', at, officer, procedure: 'HEARING', toldDays: 10 },
    ResumeCase: { type: 'ResumeCase', at, officer },
    DecideCase: {
      type: 'DecideCase',
      at,
      officer,
      outcome: 'APPROVED',
      seal: aSeal(),
      sealId: ids.seal,
      keeper: null,
      report: null,
      supervises: false,
    },
    IssueCertificate: {
      type: 'IssueCertificate',
      at,
      officer,
      certificateNumber: 'JY145',
      inPerson: true,
      isFeeSettled: false,
    },
    CompleteCase: { type: 'CompleteCase', at, officer },
    WithdrawCase: { type: 'WithdrawCase', at, officer: null, paper: null },
    ...handlingCommandsAt(at, { officer, head: anOfficer({ id: ids.superior }), item: anItem() }),
  };
}

export const commands = commandsAt();
/** Takes the application in hand, but may only accept. */
export const acceptOnly = anOfficer({ letters: [aLetter({ powers: ['ACCEPT'] })] });
const incomplete = { ...commands.SubmitCase, materials: ['m1'] };
const denied = { ...commands.DecideCase, outcome: 'REJECTED', report } as const;
const acceptOnlyCase = { ...commands.AcceptCase, officer: acceptOnly };

/** Which commands lead to a status: the states of the specs are made by the lifecycle itself. */
const waysTo: Readonly<Record<Exclude<CaseStatus, 'ARCHIVED'>, readonly CaseCommand[]>> = {
  SUBMITTED: [commands.SubmitCase],
  SUPPLEMENT_REQUIRED: [incomplete, commands.RequestSupplement],
  ACCEPTED: [commands.SubmitCase, acceptOnlyCase],
  IN_PROCESS: [commands.SubmitCase, commands.AcceptCase],
  APPROVED: [commands.SubmitCase, commands.AcceptCase, commands.DecideCase],
  REJECTED: [commands.SubmitCase, commands.AcceptCase, denied],
  RETURNED: [commands.SubmitCase, commands.ReturnCase],
  LAPSED: [
    incomplete,
    commands.RequestSupplement,
    { type: 'ElapseTimer', kind: 'LAPSE', at: later('12-31') },
  ],
  WITHDRAWN: [commands.SubmitCase, commands.WithdrawCase],
  ISSUED: [
    commands.SubmitCase,
    commands.AcceptCase,
    commands.DecideCase,
    commands.IssueCertificate,
  ],
  COMPLETED: [
    commands.SubmitCase,
    commands.AcceptCase,
    commands.DecideCase,
    commands.IssueCertificate,
    commands.CompleteCase,
  ],
};

export function aCase(status: CaseStatus = 'SUBMITTED'): FiledCase {
  if (status === 'ARCHIVED') return { ...aCase('COMPLETED'), status };
  return play(waysTo[status]);
}

/** Runs commands that must all be accepted, one after the other. */
export function play(
  played: readonly CaseCommand[],
  from: CaseState = lifecycle.initial,
): FiledCase {
  const state = played.reduce<CaseState>((before, command) => {
    const decision = lifecycle.decide(command, before);
    if (!decision.accepted) {
      throw new Error(`${command.type} was refused: ${JSON.stringify(decision.rejection)}`);
    }
    return decision.events.reduce<CaseState>(lifecycle.evolve, before);
  }, from);
  if (state.status === 'ABSENT') throw new Error('Nothing was submitted.');
  return state;
}

/** The refusal's code, or the types of the events. */
export function answer(command: CaseCommand, state: CaseState): readonly string[] | string {
  const decision = lifecycle.decide(command, state);
  return decision.accepted ? decision.events.map(({ type }) => type) : decision.rejection.code;
}

export function eventOf<Type extends CaseEvent['type']>(
  type: Type,
  command: CaseCommand,
  state: CaseState,
): Extract<CaseEvent, { readonly type: Type }> {
  const decision = lifecycle.decide(command, state);
  const found = decision.accepted
    ? decision.events.find(
        (event): event is Extract<CaseEvent, { readonly type: Type }> => event.type === type,
      )
    : undefined;
  if (!found) throw new Error(`No ${type}: ${JSON.stringify(decision)}`);
  return found;
}

export function clockOf(state: FiledCase, name: string) {
  const clock = state.clocks.find((candidate) => candidate.clock === name);
  if (!clock) throw new Error(`No clock ${name}`);
  return clock;
}
