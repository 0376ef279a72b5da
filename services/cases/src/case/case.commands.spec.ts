import { dayOf } from '@onewindow/calendar';
import type { Viewer } from '@onewindow/identity';
import { offersOf, openKinds } from '@onewindow/service';
import { createLoader } from '@onewindow/subgraph';
import { aCase, commands, friday, ids, later, play, rules } from '../../test/a-case.ts';
import type { RequestContext } from '../context.ts';
import { allCaseCommands } from './all-case-commands.ts';
import { caseKind, type CaseView } from './case.kind.ts';
import type { CaseState, FiledCase } from './domain/case.ts';
import type { ExclusionFact } from './domain/facts.ts';

const kinds = openKinds({ journal: () => ({}) as never });
kinds.open(caseKind, rules);

const identityIndex = 'index-of-the-applicant';
const personal = { keyId: 'k', iv: '', data: '', index: { identity: identityIndex } };
const shown = (state: FiledCase): CaseView => ({ ...state, id: 'c1', version: 1, personal });
const citizen: Viewer = { id: 'v', kind: 'NATURAL', scopes: new Set(), identityIndex };
const staff = (changes: Partial<Viewer> = {}): Viewer => ({
  id: `staff:${ids.officer}`,
  kind: 'STAFF',
  scopes: new Set(['cases:handle', 'cases:decide']),
  staffId: ids.officer,
  department: ids.department,
  centre: ids.centre,
  ...changes,
});

const { staffId: _, ...unknown } = staff();

/** What is offered, each with the reason why it is not. */
async function offered(viewer: Viewer, state: FiledCase, exclusion?: ExclusionFact) {
  const caller = { viewer, at: friday, traceparent: '' };
  const excluded = createLoader((all: readonly string[]) =>
    Promise.resolve(all.map(() => exclusion)),
  );
  const context = { viewer, caller, kinds: kinds.forRequest(caller), excluded } as RequestContext;
  const offers = await offersOf(allCaseCommands)(shown(state), context);
  return Object.fromEntries(offers.map(({ action, refused }) => [action, refused?.code ?? null]));
}
const actions = async (...asked: Parameters<typeof offered>) =>
  Object.entries(await offered(...asked)).flatMap(([action, reason]) =>
    reason === null ? [action] : [],
  );

const atWindow = (state: CaseState): FiledCase => ({ ...(state as FiledCase), channel: 'WINDOW' });
const suspended = play([commands.SuspendCase], aCase('IN_PROCESS'));

/** The law's table (办件通用生命周期), of a case that was filed at the window. */
const LAW = [
  [
    'SUBMITTED',
    [
      'ACCEPT',
      'ASK_FOR',
      'BRING_MATERIALS',
      'RECLASSIFY',
      'REQUEST_SUPPLEMENT',
      'RETURN',
      'SUMMON_APPLICANT',
      'WITHDRAW',
    ],
    ['BRING_MATERIALS', 'WITHDRAW'],
  ],
  [
    'SUPPLEMENT_REQUIRED',
    ['ASK_FOR', 'BRING_MATERIALS', 'SUBMIT_SUPPLEMENT', 'SUMMON_APPLICANT', 'WITHDRAW'],
    ['BRING_MATERIALS', 'SUBMIT_SUPPLEMENT', 'WITHDRAW'],
  ],
  [
    'ACCEPTED',
    ['ASK_FOR', 'BEGIN_STEP', 'DISPATCH', 'RECLASSIFY', 'SUMMON_APPLICANT', 'WITHDRAW'],
    ['WITHDRAW'],
  ],
  [
    'IN_PROCESS',
    [
      'ASK_FOR',
      'BEGIN_STEP',
      'DECIDE',
      'DISPATCH',
      'RECLASSIFY',
      'SUMMON_APPLICANT',
      'SUSPEND',
      'WITHDRAW',
    ],
    ['WITHDRAW'],
  ],
  ['APPROVED', ['ASK_FOR', 'ISSUE_CERTIFICATE', 'SUMMON_APPLICANT'], []],
  ['REJECTED', ['COMPLETE'], []],
  ['RETURNED', ['COMPLETE'], []],
  ['LAPSED', [], []],
  ['WITHDRAWN', [], []],
  ['ISSUED', ['COMPLETE'], []],
  ['COMPLETED', [], []],
  ['ARCHIVED', [], []],
] as const;

/** No step lasts that could be prolonged or ended. */
const NO_STEP = { PROLONG_STEP: 'StepNotPossible', END_STEP: 'StepNotPossible' };

describe('what is offered of a case', () => {
  it.each(LAW)('that is %s is what the law lets officers do: %j', async (status, officers, his) => {
    const state = atWindow(aCase(status));
    expect((await actions(staff(), state)).sort()).toEqual([...officers]);
    expect((await actions(citizen, state)).sort()).toEqual([...his]);
  });

  it('that stands still is to let it go on, and why nothing else is possible', async () => {
    expect(await offered(staff(), atWindow(suspended))).toEqual({
      ...{ DISPATCH: null, WITHDRAW: null, RESUME: null },
      ...{ SUSPEND: 'CasePaused', DECIDE: 'CasePaused', BRING_MATERIALS: 'NotLacking' },
      ...{ BEGIN_STEP: null, PROLONG_STEP: null, END_STEP: null },
      RECORD_UPPER_DECISION: 'StepNotPossible',
      ...{ ASK_FOR: null, ANSWER_REQUEST: 'RequestNotPossible', SUMMON_APPLICANT: null },
      ...{ RECLASSIFY: null },
    });
    expect(await offered(staff(), atWindow(aCase('IN_PROCESS')))).toMatchObject({
      RESUME: 'NotPermittedInStatus',
    });
  });

  it('that was filed over the net is to take it back only to who filed it', async () => {
    const state = aCase('ACCEPTED');
    const nothingOwed = { BRING_MATERIALS: 'NotLacking' };
    expect(await offered(staff(), state)).toEqual({
      ...{ ASK_FOR: null, ANSWER_REQUEST: 'RequestNotPossible', SUMMON_APPLICANT: null },
      ...{ RECLASSIFY: null },
      ...{ ...nothingOwed, ...NO_STEP, DISPATCH: null, WITHDRAW: 'NotApplicant', BEGIN_STEP: null },
    });
    expect(await offered(citizen, state)).toEqual({ ...nothingOwed, WITHDRAW: null });
  });

  it('that was accepted is to bring what was promised, and nothing else (L15)', async () => {
    const owed = { materials: [{ id: 'm3', name: '照片' }], until: dayOf(friday), paper: '诺-1' };
    const state = { ...aCase('ACCEPTED'), owed };
    expect(await actions(citizen, state)).toEqual(['BRING_MATERIALS', 'WITHDRAW']);
    expect(await offered(citizen, aCase('ACCEPTED'))).toMatchObject({
      BRING_MATERIALS: 'NotLacking',
    });
  });

  it.each([
    ['staff of another department', staff({ department: ids.region })],
    ['a login that is no known member of staff', unknown],
    ['another applicant', { ...citizen, identityIndex: 'another' }],
  ])('is nothing to %s', async (_, viewer) => {
    expect(await offered(viewer, atWindow(aCase('SUBMITTED')))).toEqual({});
  });

  it('is for who runs the centre to answer what is asked for, and nothing else', async () => {
    const centre = staff({ scopes: new Set(['cases:centre']), department: ids.region });
    const state = aCase('IN_PROCESS');
    expect(await offered(centre, state)).toEqual({
      ...{ ANSWER_REQUEST: 'RequestNotPossible', SET_URGENT: null },
      LIFT_URGENT: 'UrgencyNotPossible',
    });
    expect(await actions(centre, play([commands.AskFor], state))).toEqual([
      'ANSWER_REQUEST',
      'SET_URGENT',
    ]);
  });

  it('is by the token: to decide is not to handle', async () => {
    const state = aCase('IN_PROCESS');
    expect(await actions(staff({ scopes: new Set(['cases:decide']) }), state)).toEqual(['DECIDE']);
    expect(await actions(staff({ scopes: new Set(['cases:handle']) }), state)).toEqual([
      'DISPATCH',
      'SUSPEND',
      'BEGIN_STEP',
      'ASK_FOR',
      'SUMMON_APPLICANT',
      'RECLASSIFY',
    ]);
  });

  it('is nothing to whom a supervisor keeps away, until that ends, and all the same to the applicant', async () => {
    const state = atWindow(aCase('ACCEPTED'));
    const exclusion = { decidedBy: ids.superior, until: later('12-31') };
    expect(await offered(staff(), state, exclusion)).toMatchObject({
      ...{ DISPATCH: 'ExcludedFromCase', WITHDRAW: 'ExcludedFromCase' },
      ...{ BEGIN_STEP: 'ExcludedFromCase', ...NO_STEP },
    });
    expect(await actions(citizen, state, exclusion)).toEqual(['WITHDRAW']);
    const over = { ...exclusion, until: friday };
    expect((await actions(staff(), state, over)).sort()).toEqual([
      ...['ASK_FOR', 'BEGIN_STEP', 'DISPATCH', 'RECLASSIFY', 'SUMMON_APPLICANT', 'WITHDRAW'],
    ]);
  });
});
