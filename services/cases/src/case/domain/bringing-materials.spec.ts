import {
  aCase,
  anItem,
  anOfficer,
  answer,
  clockOf,
  commands,
  friday,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { linesOf } from './lines.ts';

const bring = (materials: readonly string[], at = friday) => ({
  ...{ ...commands.BringMaterials, officer: null },
  ...{ materials, at },
});
const asked = play([
  { ...commands.SubmitCase, materials: [] },
  { ...commands.RequestSupplement, materials: ['m1', 'm2'] },
]);
const statesOf = (state: typeof asked) =>
  Object.fromEntries(linesOf(state).map(({ id, state: stands }) => [id, stands]));

describe('bringing papers of a notice, line by line (002:33, 002:76)', () => {
  const partly = play([bring(['m1'], later('09-21'))], asked);

  it('a part stays, and the rest is still waited for', () => {
    expect(partly).toMatchObject({ status: 'SUPPLEMENT_REQUIRED', kind: 'SUPPLEMENT' });
    expect(statesOf(partly)).toMatchObject({ m1: 'RECEIVED', m2: 'MISSING' });
    expect(linesOf(partly).filter(({ isAsked }) => isAsked)).toMatchObject([{ id: 'm2' }]);
    expect(partly.notice?.lapsesAt).toBe(asked.notice?.lapsesAt);
    expect(clockOf(partly, 'SUPPLEMENT').ended).toBeNull();
  });

  it('the last line submits the application again, and the time to tell begins anew', () => {
    const at = later('09-28');
    const all = play([bring(['m2'], at)], partly);
    expect(all).toMatchObject({ status: 'SUBMITTED', kind: 'COMMITTED', receivedAt: at });
    expect(clockOf(all, 'TELL_ONCE').deadline.startedAt).toBe(at);
    expect(answer({ ...commands.AcceptCase, at }, all)).toContain('CaseAccepted');
  });

  it('in one go or in two is the same in the end', () => {
    const inOne = play([bring(['m1', 'm2'])], asked);
    const inTwo = play([bring(['m2']), bring(['m1'])], asked);
    expect(inTwo.status).toBe(inOne.status);
    expect(statesOf(inTwo)).toEqual(statesOf(inOne));
  });

  it('takes another paper of the item’s list with them, which answers nothing', () => {
    const found = play([bring(['m3'])], asked);
    expect(found.status).toBe('SUPPLEMENT_REQUIRED');
    expect(statesOf(found)).toMatchObject({ m1: 'MISSING', m3: 'RECEIVED' });
  });

  it('the older name does the same', () => {
    const older = { ...commands.SubmitSupplement, materials: ['m1'] };
    expect(answer(older, asked)).toEqual(['MaterialsBrought']);
    expect(answer({ ...older, materials: ['m1', 'm2'] }, asked)).toEqual(['SupplementReceived']);
  });

  it('refuses what is not on the list, and nothing at all', () => {
    expect(answer(bring(['m1', '其他材料']), asked)).toBe('UnknownMaterials');
    expect(lifecycle.decide(bring([]), asked)).toMatchObject({
      rejection: { code: 'MaterialsMissing', because: 'OfNotice', materials: [{ id: 'm1' }, {}] },
    });
  });

  it('counts a visit of who came, and refuses an officer who is off post', () => {
    const atWindow = { ...bring(['m1']), officer: anOfficer() };
    expect(play([atWindow], asked).visits).toBe(asked.visits + 1);
    expect(partly.visits).toBe(asked.visits);
    expect(answer({ ...atWindow, officer: anOfficer({ staff: null }) }, asked)).toBe('NotOnPost');
  });
});

describe('bringing again what has come', () => {
  const again = (materials: readonly string[], state: typeof asked) =>
    lifecycle.decide(bring(materials, later('09-28')), state);
  const hasCome = (...materials: readonly object[]) => ({
    ...{ accepted: false, rejection: { code: 'NotLacking', because: 'HasCome', materials } },
  });
  const m1 = { id: 'm1', name: '申请书' };

  it('is refused before a notice, and the others are not taken with it', () => {
    const filed = play([{ ...commands.SubmitCase, materials: ['m1'] }]);
    expect(again(['m1'], filed)).toEqual(hasCome(m1));
    expect(again(['m1', 'm2'], filed)).toEqual(hasCome(m1));
    const found = play([bring(['m2'], later('09-28'))], filed);
    expect(linesOf(found)).toMatchObject([{ cameAt: friday }, { cameAt: later('09-28') }, {}, {}]);
  });

  it('is refused of a notice’s line that was brought, and taken of one that is asked for again', () => {
    expect(again(['m1'], play([bring(['m1'])], asked))).toEqual(hasCome(m1));
    const defects = [{ material: 'm1', reason: '模糊' }];
    const defective = play([
      { ...commands.SubmitCase, materials: ['m1'] },
      { ...commands.RequestSupplement, defects },
    ]);
    const brought = play([bring(['m1'], later('09-28'))], defective);
    expect(linesOf(brought)[0]).toMatchObject({ state: 'RECEIVED', cameAt: later('09-28') });
  });
});

describe('bringing papers before a notice', () => {
  const incomplete = play([{ ...commands.SubmitCase, materials: ['m1'] }]);

  it('adds them, and moves no clock', () => {
    const found = play([bring(['m2', 'm3'], later('09-21'))], incomplete);
    expect(found.status).toBe('SUBMITTED');
    expect(found.materials.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
    expect(found.clocks).toEqual(incomplete.clocks);
    expect(answer(commands.AcceptCase, found)).toContain('CaseAccepted');
  });

  it('is by the list under which it was filed', () => {
    const item = anItem({ materials: [{ id: 'm1', name: '申请书', need: 'NECESSARY' }] });
    const filed = play([{ ...commands.SubmitCase, item, materials: [] }]);
    expect(answer(bring(['m2']), filed)).toBe('UnknownMaterials');
    expect(answer(bring([]), filed)).toBe('MaterialsMissing');
  });
});

it('after acceptance nothing is brought that was not promised (行政许可法 32)', () => {
  for (const status of ['ACCEPTED', 'IN_PROCESS'] as const) {
    expect(lifecycle.decide(bring(['m3']), aCase(status))).toEqual({
      ...{ accepted: false },
      rejection: { code: 'NotLacking', because: 'NothingOwed', materials: [] },
    });
  }
});
