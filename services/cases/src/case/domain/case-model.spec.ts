import { parseDay, type Day } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import {
  acceptOnly,
  anOfficer,
  aSeal,
  commands,
  ids,
  lifecycle,
  report,
} from '../../../test/a-case.ts';
import { expectedOf, type Model } from '../../../test/case-model.ts';
import { givenSeed, randomOf } from '../../../test/random.ts';
import type { CaseClock, CaseState, ClockName } from './case.ts';
import type { CaseCommand, PersonsCommand } from './case-commands.ts';

/**
 * A hundred thousand commands, drawn at random, against a small model that is written from the law alone: each is
 * accepted where the model says so, refused where not, and what comes of it is no impossible state.
 */
const SEED = 1_126;
const COMMANDS = 100_000;
const MOST_OF_A_CASE = 25;

const random = randomOf(SEED);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const chance = (of: number) => random() < of;
const some = (all: readonly string[]) => all.filter(() => chance(0.5));

const far = instant('2030-01-01T00:00:00+08:00');
const day = (text: string) => parseDay(text) as Day;
const authorised = Array.from({ length: 6 }, () => anOfficer());
const officers = [...authorised, acceptOnly, anOfficer({ letters: [] })];
const offPost = anOfficer({ staff: null });
const anybody = () => (chance(0.5) ? null : pick([anOfficer(), anOfficer(), offPost]));
const LISTED = ['m1', 'm2', 'm3', 'm4'];
const papers = () => [...some(LISTED), ...(chance(0.05) ? ['x'] : [])];
const paper = { reference: '撤-1', signedOn: day('2026-09-18') };

/** Each command as somebody might give it: often right, often not. */
const drawn: { readonly [T in PersonsCommand['type']]?: () => PersonsCommand } = {
  SubmitCase: () => ({ ...commands.SubmitCase, officer: anybody(), materials: papers() }),
  RequestSupplement: () => ({
    ...commands.RequestSupplement,
    officer: pick(officers),
    materials: some(['m1', 'm2', ...(chance(0.1) ? ['m3'] : [])]),
    defects: some(['m1', 'm2']).map((material) => ({ material, reason: '模糊' })),
  }),
  SubmitSupplement: () => ({
    ...{ ...commands.SubmitSupplement, officer: anybody() },
    materials: papers(),
  }),
  BringMaterials: () => ({
    ...{ ...commands.BringMaterials, officer: anybody() },
    materials: chance(0.3) ? ['m3'] : papers(),
  }),
  AcceptCase: () => ({
    ...{ ...commands.AcceptCase, officer: pick(officers), rightsInformed: chance(0.8) },
    promise: chance(0.6)
      ? null
      : {
          materials: chance(0.7) ? ['m3'] : papers(),
          until: day(chance(0.8) ? '2026-10-15' : '2026-09-18'),
          paper: '诺-1',
        },
  }),
  ReturnCase: () => ({
    ...{ ...commands.ReturnCase, officer: pick(officers) },
    ground: pick([null, 'NOT_REQUIRED', 'OUT_OF_SCOPE', 'NOT_ELIGIBLE'] as const),
    competentAuthority: chance(0.5) ? null : '市局',
  }),
  DispatchCase: () => ({ ...commands.DispatchCase, handler: pick(officers) }),
  SuspendCase: () => ({ ...commands.SuspendCase, officer: pick(officers) }),
  ResumeCase: () => ({ ...commands.ResumeCase, officer: pick(officers) }),
  DecideCase: () => ({
    ...{ ...commands.DecideCase, officer: pick(officers), supervises: chance(0.1) },
    ...{ outcome: pick(['APPROVED', 'REJECTED'] as const), report: chance(0.7) ? report : null },
    seal: chance(0.8) ? aSeal() : aSeal({ custodian: ids.superior }),
  }),
  IssueCertificate: () => ({ ...commands.IssueCertificate, officer: pick(officers) }),
  CompleteCase: () => ({ ...commands.CompleteCase, officer: pick(officers) }),
  WithdrawCase: () => ({
    ...{ ...commands.WithdrawCase, officer: anybody(), paper: chance(0.5) ? paper : null },
  }),
};
const byThemselves: readonly (() => CaseCommand)[] = [
  () => ({ type: 'ElapseTimer', at: far, kind: pick(['LAPSE', 'OVERDUE:TELL_ONCE']) }),
  () => ({ type: 'RecountClocks', at: far }),
];
const { WithdrawCase: withdraw, ReturnCase: giveBack, ...goingOn } = drawn;
/** What goes on is drawn more often than what ends a case at once, so that cases get far. */
const all = [
  ...Array.from({ length: 6 }, () => Object.values(goingOn)).flat(),
  ...[withdraw, giveBack].flatMap((one) => (one ? [one] : [])),
  ...byThemselves,
];

const OPEN = ['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'IN_PROCESS'];
const CLOSED = ['RETURNED', 'LAPSED', 'WITHDRAWN', 'COMPLETED'];
const IN_HAND = ['ACCEPTED', 'IN_PROCESS'];

/** A step's clock is one of its own. */
const nameOf = ({ clock, step }: Pick<CaseClock, 'clock' | 'step'>) => `${clock}:${step}`;

/** What can't be, whatever was done; empty for a state that can. */
function impossible(state: CaseState, model: Model): readonly string[] {
  if (state.status === 'ABSENT') return [];
  const { status, clocks } = state;
  const runs = (name: ClockName) =>
    clocks.some(({ clock, ended }) => clock === name && ended === null);
  const isIn = (statuses: readonly string[]) => statuses.includes(status);
  const came = state.materials.map(({ id }) => id);
  const faults: readonly (readonly [string, boolean])[] = [
    ['it is in another status', status !== model.status],
    ['it has other papers', [...came].sort().join() !== [...model.came].sort().join()],
    ['a paper is there twice', new Set(came).size !== came.length],
    ['something else is owed', (state.owed?.materials.length ?? 0) > 0 !== model.owed.size > 0],
    ['the time to tell runs', runs('TELL_ONCE') !== (status === 'SUBMITTED')],
    ['the time to supplement runs', runs('SUPPLEMENT') !== (status === 'SUPPLEMENT_REQUIRED')],
    ['the decision’s time runs', runs('DECISION') !== isIn(IN_HAND)],
    ['delivery runs', runs('DELIVERY') !== isIn(['APPROVED', 'REJECTED'])],
    ['a promise is waited for', runs('OWED') !== (isIn(IN_HAND) && model.owed.size > 0)],
    ['a closed case has a clock', isIn(['ISSUED', ...CLOSED]) && state.dueAt !== null],
    ['it can be filed twice', state.filingKey === undefined && !isIn(CLOSED)],
    ['it can’t be filed again', state.filingKey !== undefined && isIn(CLOSED)],
    [
      'it was never accepted',
      isIn([...IN_HAND, 'APPROVED', 'REJECTED', 'ISSUED']) && state.acceptance === null,
    ],
    ['it was decided before it was accepted', state.verdict !== null && state.acceptance === null],
    ['it stands still out of hand', model.isPaused && !isIn(IN_HAND) && isIn(OPEN)],
    ['one clock is there twice', new Set(clocks.map(nameOf)).size !== clocks.length],
  ];
  return faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []));
}

it(`${COMMANDS} commands reach nothing that the model does not know, ${givenSeed(SEED)}`, () => {
  const nothing: Model = {
    ...{
      status: 'ABSENT',
      isAtWindow: false,
      isPaused: false,
      isAnswered: false,
      isSentBack: false,
    },
    ...{ came: new Set(), asked: new Set(), waited: new Set(), owed: new Set() },
  };
  let [state, model]: [CaseState, Model] = [lifecycle.initial, nothing];
  const reached = new Map<string, number>();
  let told: readonly string[] = [];
  let accepted = 0;
  for (let count = 0, ofCase = 0; count < COMMANDS; count += 1, ofCase += 1) {
    // What is closed is tried a little longer, and then another case begins.
    if (ofCase >= MOST_OF_A_CASE || (CLOSED.includes(model.status) && chance(0.3))) {
      [state, model, told, ofCase] = [lifecycle.initial, nothing, [], 0];
    }
    const command = model.status === 'ABSENT' ? drawn.SubmitCase?.() : pick(all)();
    if (!command) continue;
    const decision = lifecycle.decide(command, state);
    const expected = expectedOf(model, command);
    told = [...told, `${command.type} ${decision.accepted ? '+' : decision.rejection.code}`];
    if (decision.accepted !== (expected !== null)) {
      throw new Error(
        `${count}: the model says the other of ${JSON.stringify(command)}\n${told.join('\n')}`,
      );
    }
    if (!decision.accepted || expected === null) continue;
    accepted += 1;
    state = decision.events.reduce<CaseState>(lifecycle.evolve, state);
    model = expected;
    const faults = impossible(state, model);
    if (faults.length > 0) throw new Error(`${count}: ${faults.join(', ')}\n${told.join('\n')}`);
    reached.set(model.status, (reached.get(model.status) ?? 0) + 1);
  }
  // Every status was come to, and often enough that it was no chance.
  expect([...reached.keys()].sort()).toEqual(
    [...OPEN, ...CLOSED, 'APPROVED', 'REJECTED', 'ISSUED'].sort(),
  );
  expect(Math.min(...reached.values())).toBeGreaterThan(50);
  expect(accepted).toBeGreaterThan(COMMANDS / 20);
}, 120_000);
