import { caseOverdue } from '@onewindow/contracts';
import { query, until, type StartedService } from '@onewindow/service/testing';
import { friday, ids } from './a-matter.ts';
import { alertList, mutation } from './operations.ts';
import { aCaseSnapshot, asStaff, startSupervision, supervisor } from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
});
afterAll(() => running.stop());

const keeper = asStaff('keeper', ['records:erase', 'supervision:handle'], {
  department: ids.elsewhere,
});
const erase = query<{ readonly answer: object }>(
  `mutation ($input: EraseTextsInput!) { answer: eraseSupervisionTexts(input: $input) {
    __typename ... on Rejection { code message rule } ... on InvalidInput { fields { path } }
    ... on RetentionNotOver { keptUntil } ... on EraseTextsSuccess { id texts } } }`,
);
const read = query<{ readonly supervisionAlert: object }>(
  `query ($id: ID!) { supervisionAlert(id: $id) { version dismissal { words }
    erasures { at reason legalBasis decision texts } } }`,
);
const legalBasis = '个人信息保护法 47';
const decision = '示例政决〔2026〕7号';
const words = '示例丙的住址录入错误';

async function dismissed(version: number): Promise<string> {
  const happened = { clock: 'COMMITTED', dueAt: friday } as const;
  await running.neighbour('cases').tells(caseOverdue, aCaseSnapshot(), { version, happened });
  const opened = { filter: { statuses: ['DETECTED'] } };
  const found = async () =>
    (await running.ask(supervisor, alertList, opened)).supervisionAlerts.edges[0]?.node.id;
  await until(async () => (await found()) !== undefined);
  const id = (await found()) ?? '';
  await running.ask(supervisor, mutation('dismissAlert'), {
    input: { alertId: id, reason: words },
  });
  return id;
}
const asked = async (input: object, viewer = keeper) =>
  (await running.ask(viewer, erase, { input: { reason: 'UNLAWFUL', legalBasis, ...input } }))
    .answer;

it('what somebody wrote on an alert is erased by a decision; readers are told when and why', async () => {
  const id = await dismissed(1);
  expect(await running.ask(supervisor, read, { id })).toMatchObject({
    supervisionAlert: { dismissal: { words }, erasures: [] },
  });
  expect(await asked({ id, decision })).toEqual({
    __typename: 'EraseTextsSuccess',
    ...{ id, texts: 1 },
  });
  expect(await running.ask(supervisor, read, { id })).toEqual({
    supervisionAlert: {
      version: 3,
      dismissal: { words: '■■' },
      erasures: [
        { at: '2026-09-18T09:30:00.000+08:00', reason: 'UNLAWFUL', legalBasis, decision, texts: 1 },
      ],
    },
  });
  const alerts = running.database.collection<{ readonly _id: string; readonly published: number }>(
    'alerts',
  );
  // Others were told: the broker has taken what its last entry says.
  await until(async () => (await alerts.findOne({ _id: id }))?.published === 3);
  expect(JSON.stringify(await alerts.findOne({ _id: id }))).not.toContain(words);
  // Again: there is nothing left, and no second note of it.
  expect(await asked({ id, decision })).toMatchObject({ texts: 0 });
  expect(await running.ask(supervisor, read, { id })).toMatchObject({
    supervisionAlert: { version: 3, erasures: [{}] },
  });
});

it('it stays as long as it must be kept and no decision is named, and for whoever may not erase it', async () => {
  const id = await dismissed(2);
  expect(await asked({ id })).toMatchObject({
    __typename: 'RetentionNotOver',
    keptUntil: '2056-09-18',
    rule: '机关文件材料归档范围和文书档案保管期限规定 6',
  });
  const elsewhere = asStaff('elsewhere', ['records:erase', 'supervision:handle'], {
    ...{ department: ids.superior, centre: ids.superior },
  });
  expect(await asked({ id, decision }, elsewhere)).toMatchObject({ __typename: 'NotFound' });
  const { staffId: _, ...unknown } = keeper;
  expect(await asked({ id, decision }, unknown)).toMatchObject({ __typename: 'NotAuthorized' });
  const input = { id, decision, legalBasis, reason: 'UNLAWFUL' };
  const { errors } = await running.operate(supervisor, erase, { input });
  expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect(await running.ask(supervisor, read, { id })).toMatchObject({
    supervisionAlert: { version: 2, dismissal: { words }, erasures: [] },
  });
});

it.each([
  { legalBasis: '示例丙住在示例路七号', field: 'legalBasis' },
  { decision: '示例丙不愿意公开住址', field: 'decision' },
])('$field has no room for a sentence about somebody', async ({ field, ...input }) => {
  const id = '00000000-0000-4000-8000-000000000000';
  expect(await asked({ id, decision, ...input })).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ path: field }],
  });
});
