import { caseExclusionDecided, caseExclusionLifted, complaintFiled } from '@onewindow/contracts';
import type { CaseExclusionSnapshot } from '@onewindow/contracts';
import { query, until, type StartedService } from '@onewindow/service/testing';
import { friday, ids } from './a-case.ts';
import { mutation, submission, submitCase, type MutationAnswer } from './operations.ts';
import { asStaff, officer, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const submitted = async (matter: string): Promise<string> =>
  (await cases.ask(officer, submitCase, { input: { ...submission, matter } })).answer.case.id;
const accept = async (caseId: string): Promise<MutationAnswer> =>
  (await cases.ask(officer, mutation('acceptCase'), { input: { caseId, rightsInformed: true } }))
    .answer;
const actions = query<{ readonly caseById: { readonly availableActions: readonly string[] } }>(
  'query ($id: ID!) { caseById(id: $id) { availableActions } }',
);
const actionsOn = async (id: string, viewer = officer) =>
  (await cases.ask(viewer, actions, { id })).caseById.availableActions;
const refused = query<{ readonly answer: object }>(
  `mutation ($input: AcceptCaseInput!) { answer: acceptCase(input: $input) {
    ... on ExcludedFromCase { code rule until decidedBy { id } } } }`,
);

const papersOf = query<{
  readonly caseById: {
    readonly notices: {
      readonly edges: readonly {
        readonly node: { readonly id: string; readonly availableActions: readonly string[] };
      }[];
    };
  };
}>(
  `query ($id: ID!) { caseById(id: $id) { notices(first: 10) {
    edges { node { id availableActions } } } } }`,
);
const confirmService = query<{ readonly answer: object }>(
  `mutation ($input: ConfirmServiceInput!) { answer: confirmService(input: $input) {
    ... on ExcludedFromCase { code decidedBy { id } }
    ... on ConfirmServiceSuccess { notice { status } } } }`,
);

const anExclusion = (
  about: string,
  changes: Partial<CaseExclusionSnapshot> = {},
): CaseExclusionSnapshot => ({
  ...{ id: about, status: 'IN_FORCE', case: about, staff: ids.officer },
  ...{ region: ids.region, centre: ids.centre, decidedBy: ids.superior },
  until: '2026-09-28T00:00:00.000Z',
  ...changes,
});
const isKnownAt = (id: string, version: number) =>
  until(async () => {
    const row = await cases.database
      .collection<{ _id: string; sourceVersion: number }>('exclusions')
      .findOne({ _id: id });
    return row?.sourceVersion === version;
  });

it('whom a supervisor keeps away from a case does nothing with it until that is lifted (X24)', async () => {
  const [caseId, another] = [await submitted('kept away'), await submitted('not this one')];
  const supervision = cases.neighbour('supervision');
  const decided = await supervision.tells(caseExclusionDecided, anExclusion(caseId));
  await isKnownAt(caseId, 1);
  const input = { caseId, rightsInformed: true };
  expect((await cases.ask(officer, refused, { input })).answer).toEqual({
    ...{ code: 'ExcludedFromCase', rule: '000:16', decidedBy: { id: ids.superior } },
    until: '2026-09-28T08:00:00.000+08:00',
  });
  expect(await actionsOn(caseId)).toEqual([]);
  expect(await actionsOn(another)).toContain('ACCEPT');
  expect(await actionsOn(caseId, asStaff(['cases:handle'], { staffId: ids.superior }))).toContain(
    'ACCEPT',
  );
  expect(await accept(another)).toMatchObject({ __typename: 'AcceptCaseSuccess' });

  await supervision.tells(caseExclusionLifted, anExclusion(caseId, { status: 'LIFTED' }), {
    version: 2,
  });
  await isKnownAt(caseId, 2);
  await supervision.repeats(decided);
  expect(await actionsOn(caseId)).toContain('ACCEPT');
  expect(await accept(caseId)).toMatchObject({ __typename: 'AcceptCaseSuccess' });
});

it('he gives nobody the papers of that case either, which are not offered to him; a colleague does (X24)', async () => {
  const caseId = await submitted('its papers');
  await accept(caseId);
  const papers = async (viewer = officer) =>
    (await cases.ask(viewer, papersOf, { id: caseId })).caseById.notices.edges;
  await until(async () => (await papers()).length === 1);
  await cases.neighbour('supervision').tells(caseExclusionDecided, anExclusion(caseId));
  await isKnownAt(caseId, 1);
  const [edge] = await papers();
  expect(edge?.node.availableActions).toEqual([]);
  const input = { noticeId: edge?.node.id, how: 'BY_POST', signedOn: '2026-09-18' };
  expect((await cases.ask(officer, confirmService, { input })).answer).toEqual({
    ...{ code: 'ExcludedFromCase', decidedBy: { id: ids.superior } },
  });
  const colleague = asStaff(['cases:handle'], { staffId: ids.superior });
  expect((await papers(colleague))[0]?.node.availableActions).toContain('CONFIRM_SERVICE');
  expect((await cases.ask(colleague, confirmService, { input })).answer).toEqual({
    notice: { status: 'SERVED' },
  });
});

it('an exclusion ends by itself, and one of somebody else keeps nobody away', async () => {
  const [over, others] = [await submitted('over'), await submitted('of somebody else')];
  const supervision = cases.neighbour('supervision');
  await supervision.tells(caseExclusionDecided, anExclusion(over, { until: friday }));
  await supervision.tells(caseExclusionDecided, anExclusion(others, { staff: ids.superior }));
  await isKnownAt(over, 1);
  await isKnownAt(others, 1);
  for (const caseId of [over, others]) {
    expect(await actionsOn(caseId)).toContain('ACCEPT');
    expect(await accept(caseId)).toMatchObject({ __typename: 'AcceptCaseSuccess' });
  }
});

it('a complaint keeps nobody away from a case', async () => {
  const [caseId, fence] = [await submitted('complained of'), await submitted('told later')];
  const supervision = cases.neighbour('supervision');
  await supervision.tells(complaintFiled, {
    ...{ id: caseId, status: 'FILED', case: caseId, target: ids.officer },
    ...{ region: ids.region, centre: ids.centre, department: ids.department, finding: null },
    ...{ filedAt: friday, replyDueAt: friday, overdue: false },
  });
  await supervision.tells(caseExclusionDecided, anExclusion(fence));
  await isKnownAt(fence, 1);
  expect(await actionsOn(caseId)).toContain('ACCEPT');
  expect(await accept(caseId)).toMatchObject({ __typename: 'AcceptCaseSuccess' });
});
