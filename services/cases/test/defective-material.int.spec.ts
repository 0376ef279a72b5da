import type { Viewer } from '@onewindow/identity';
import type { StartedService } from '@onewindow/service/testing';
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
const rows = () => cases.database.collection<CaseRow>('cases');

/** A complete application, with who has handed it in. */
async function complete() {
  const { answer } = await cases.ask(officer, submitCase, { input: submission });
  const caseId = answer.case.id;
  const identityIndex = (await rows().findOne({ _id: caseId }))?.personal.index.identity ?? '';
  const viewer: Viewer = { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
  return { caseId, viewer };
}

it('is asked for again with a reason, which the applicant reads and nobody in plain, and is brought again', async () => {
  const { caseId, viewer } = await complete();
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

  // As a notice was stored before there were reasons.
  await rows().updateOne({ _id: caseId }, { $unset: { 'state.notice.defects': '' } });
  expect(await read()).toMatchObject({ oneTimeNotice: { materials: [{ id: 'm2' }], defects: [] } });

  const input = { caseId, materials: ['m2'] };
  await cases.ask(viewer, mutation('submitSupplement'), { input });
  expect((await read()).materials.map(({ id }) => id)).toEqual(['m1', 'm2']);
});
