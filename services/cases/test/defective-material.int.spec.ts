import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { fullCase, mutation, submission, submitCase, type CaseRow } from './operations.ts';
import { officer, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const requestSupplement = mutation(
  'requestSupplement',
  '',
  '... on NotLacking { materials { id } }',
);
const progressOf = query<{ readonly caseProgress: object | null }>(
  `query ($receiptNumber: String!, $queryCode: String!) {
    caseProgress(receiptNumber: $receiptNumber, queryCode: $queryCode) {
      missingMaterials { id } defects { material { id name } reason } } }`,
);
const passerBy: Viewer = { id: 'anonymous:s', kind: 'ANONYMOUS', scopes: new Set() };
const rows = () => cases.database.collection<CaseRow>('cases');

/** A complete application, with who has handed it in. */
async function complete(matter: string) {
  const input = { ...submission, matter };
  const { answer } = await cases.ask(officer, submitCase, { input });
  const { queryCode } = answer;
  const { id: caseId, receiptNumber } = answer.case;
  const identityIndex = (await rows().findOne({ _id: caseId }))?.personal.index.identity ?? '';
  const viewer: Viewer = { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
  return { caseId, viewer, receiptNumber, queryCode };
}

it('is asked for again with a reason, which the applicant reads and nobody in plain, and is brought again', async () => {
  const { caseId, viewer, receiptNumber, queryCode } = await complete('甲');
  const request = async (input: object) =>
    (
      await cases.ask(officer, requestSupplement, {
        input: { caseId, materials: ['m2'], ...input },
      })
    ).answer;
  const saying = (reason: string) => request({ defects: [{ material: 'm2', reason }] });
  expect(await request({})).toMatchObject({
    ...{ __typename: 'NotLacking', rule: '行政许可法 32', materials: [{ id: 'm2' }] },
  });
  expect(await saying('期'.repeat(501))).toMatchObject({ __typename: 'InvalidInput' });
  expect(await saying('')).toMatchObject({ __typename: 'InvalidInput' });
  const reason = '期'.repeat(500);
  expect(await saying(reason)).toMatchObject({ case: { status: 'SUPPLEMENT_REQUIRED' } });

  const read = async () => (await cases.ask(viewer, fullCase, { id: caseId })).caseById;
  const defects = [{ material: { id: 'm2', name: '场地证明' }, reason }];
  expect(await read()).toMatchObject({ oneTimeNotice: { materials: [{ id: 'm2' }], defects } });
  expect(JSON.stringify(await rows().findOne({ _id: caseId }))).not.toContain('期期');

  // With number and query code without an account, too; with the number alone nothing at all.
  const progress = async (code: string | null) =>
    (await cases.ask(passerBy, progressOf, { receiptNumber, queryCode: code })).caseProgress;
  expect(await progress(queryCode)).toMatchObject({ missingMaterials: [{ id: 'm2' }], defects });
  expect(await progress('')).toBeNull();

  // As a notice was stored before there were reasons.
  await rows().updateOne({ _id: caseId }, { $unset: { 'state.notice.defects': '' } });
  expect(await read()).toMatchObject({ oneTimeNotice: { materials: [{ id: 'm2' }], defects: [] } });

  const input = { caseId, materials: ['m2'] };
  await cases.ask(viewer, mutation('submitSupplement'), { input });
  expect(await progress(queryCode)).toMatchObject({ missingMaterials: [], defects: [] });

  // Sent back once, with the newer reason; then no more.
  expect(await saying('缺页')).toMatchObject({ case: { status: 'SUPPLEMENT_REQUIRED' } });
  expect(await progress(queryCode)).toMatchObject({
    ...{ missingMaterials: [{ id: 'm2' }], defects: [{ reason: '缺页' }] },
  });
  await cases.ask(viewer, mutation('submitSupplement'), { input });
  expect(await saying('缺页')).toMatchObject({ __typename: 'AlreadyNotified' });
  expect((await read()).materials.map(({ id }) => id)).toEqual(['m1', 'm2']);
});

it('is not missing any more once it was brought, while another line is waited for', async () => {
  const { caseId, viewer, receiptNumber, queryCode } = await complete('乙');
  const defects = ['m1', 'm2'].map((material) => ({ material, reason: '模糊' }));
  const asked = { caseId, materials: ['m1', 'm2'], defects };
  await cases.ask(officer, requestSupplement, { input: asked });
  const progress = async () =>
    (await cases.ask(passerBy, progressOf, { receiptNumber, queryCode })).caseProgress;
  expect(await progress()).toMatchObject({ missingMaterials: [{ id: 'm1' }, { id: 'm2' }] });
  await cases.ask(viewer, mutation('bringMaterials'), { input: { caseId, materials: ['m2'] } });
  expect(await progress()).toMatchObject({
    ...{ missingMaterials: [{ id: 'm1' }], defects: [{ material: { id: 'm1' } }] },
  });
});
