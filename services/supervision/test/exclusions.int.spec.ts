import type { Viewer } from '@onewindow/identity';
import { newId } from '@onewindow/persistence';
import type { StartedService } from '@onewindow/service/testing';
import { ids, later } from './a-matter.ts';
import { exclusionsOf, mutation, type Answer } from './operations.ts';
import { asStaff, citizen, handler, startWithCase, supervisor } from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startWithCase();
});
afterAll(() => running.stop());

const reason = '与申请人示例甲有利害关系。';
const excluding = {
  caseId: ids.case,
  staffMemberId: ids.handler,
  reason,
  until: later('09-28'),
};
const chief = asStaff(ids.superior, ['cases:decide']);
const give = async (name: string, input: object, viewer = supervisor): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;
const seenBy = async (viewer: Viewer) => {
  const references = [{ __typename: 'Case', id: ids.case }];
  const [found] = (await running.ask(viewer, exclusionsOf, { references }))._entities;
  return found?.exclusions.edges.map(({ node }) => node) ?? [];
};

it('a supervisor keeps somebody away from a case, with reason and end, before the chief’s eyes (X24)', async () => {
  const { exclusion } = await give('excludeFromCase', excluding);
  expect(exclusion).toMatchObject({
    case: { id: ids.case },
    staffMember: { id: ids.handler },
    reason,
    inForce: true,
    decidedBy: { id: ids.supervisor },
    until: '2026-09-28T10:00:00.000+08:00',
    availableActions: ['LIFT'],
  });
  expect(await seenBy(supervisor)).toEqual([exclusion]);
  expect(await seenBy(chief)).toEqual([{ ...exclusion, availableActions: [] }]);
  for (const viewer of [
    handler,
    citizen,
    asStaff('x', ['cases:decide'], { department: ids.elsewhere }),
    asStaff('x', ['supervision:handle'], { centre: ids.elsewhere }),
  ]) {
    expect(await seenBy(viewer)).toEqual([]);
  }
  // A chief who is kept away himself, or may be, is told that, and not why.
  const { staffId: _, ...unknown } = chief;
  for (const viewer of [asStaff(ids.handler, ['cases:decide']), unknown]) {
    expect(await seenBy(viewer)).toEqual([{ ...exclusion, reason: null, availableActions: [] }]);
  }
  const stored = await running.database.collection('caseExclusions').find().toArray();
  expect(JSON.stringify(stored)).not.toContain('示例甲');

  const exclusionId = exclusion?.id ?? '';
  const itself = asStaff(ids.handler, ['supervision:handle']);
  expect(await give('liftCaseExclusion', { exclusionId }, itself)).toMatchObject({
    __typename: 'HandlerMayNotSupervise',
  });
  expect(await give('liftCaseExclusion', { exclusionId })).toMatchObject({
    exclusion: { inForce: false, availableActions: [] },
  });
});

it('nobody decides it who handles the case, or of whom that can’t be said', async () => {
  const itself = asStaff(ids.handler, ['supervision:handle']);
  expect(await give('excludeFromCase', excluding, itself)).toMatchObject({
    __typename: 'HandlerMayNotSupervise',
  });
  const { staffId: _, ...unknown } = supervisor;
  expect(await give('excludeFromCase', excluding, unknown)).toMatchObject({
    __typename: 'NotAuthorized',
  });
});

it('it needs a reason, an end that is ahead and somebody who is known', async () => {
  for (const [field, value] of [
    ['reason', ' '],
    ['until', later('09-18', '09:00')],
    ['staffMemberId', ids.report],
  ] as const) {
    expect(await give('excludeFromCase', { ...excluding, [field]: value })).toMatchObject({
      fields: [{ path: field }],
    });
  }
  // Who was registered just now may be on his way.
  for (const young of [{ staffMemberId: newId() }, { caseId: newId() }]) {
    expect(await give('excludeFromCase', { ...excluding, ...young })).toMatchObject({
      __typename: 'NotYetKnown',
    });
  }
});

it('a case of another centre is answered as one that does not exist', async () => {
  const elsewhere = asStaff('x', ['supervision:handle'], { centre: ids.elsewhere });
  const answered = async (caseId: string) =>
    JSON.stringify(await give('excludeFromCase', { ...excluding, caseId }, elsewhere)).replace(
      caseId,
      'ID',
    );
  expect(await answered(ids.case)).toContain('NotFound');
  expect(await answered(ids.case)).toBe(await answered(ids.report));
});

it('is not decided twice of the same person and case while one is in force, but after it is lifted', async () => {
  const first = await give('excludeFromCase', excluding);
  const exclusionId = first.exclusion?.id ?? '';
  const [again, other] = await Promise.all([
    give('excludeFromCase', excluding),
    give('excludeFromCase', { ...excluding, until: later('09-30') }),
  ]);
  const there = { __typename: 'AlreadyExists', id: exclusionId };
  expect([again, other]).toMatchObject([there, there]);
  await give('liftCaseExclusion', { exclusionId });
  const next = await give('excludeFromCase', excluding);
  expect(next.exclusion?.inForce).toBe(true);
  await give('liftCaseExclusion', { exclusionId: next.exclusion?.id ?? '' });
});

it('repeats harmlessly', async () => {
  const input = { ...excluding, commandId: 'e-1' };
  const first = await give('excludeFromCase', input);
  expect((await give('excludeFromCase', input)).exclusion?.id).toBe(first.exclusion?.id);
});
