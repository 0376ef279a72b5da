import { complaintClosed, complaintFiled, type ComplaintSnapshot } from '@onewindow/contracts';
import { until, type StartedService } from '@onewindow/service/testing';
import { friday, ids } from './a-case.ts';
import { mutation, submission, submitCase, type MutationAnswer } from './operations.ts';
import { officer, startCases } from './running-cases.ts';

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
const aComplaint = (
  about: string,
  changes: Partial<ComplaintSnapshot> = {},
): ComplaintSnapshot => ({
  ...{ id: about, status: 'FILED', case: about, target: ids.officer },
  ...{ region: ids.region, centre: ids.centre, department: ids.department, finding: null },
  ...{ filedAt: friday, replyDueAt: friday, overdue: false },
  ...changes,
});
const isKnownAt = (id: string, version: number) =>
  until(async () => {
    const row = await cases.database
      .collection<{ _id: string; sourceVersion: number }>('complaints')
      .findOne({ _id: id });
    return row?.sourceVersion === version;
  });

it('the target of a complaint is shut out of the case until it is closed (X24)', async () => {
  const [caseId, another] = [await submitted('complained of'), await submitted('of nothing')];
  const supervision = cases.neighbour('supervision');
  const filed = await supervision.tells(complaintFiled, aComplaint(caseId));
  await isKnownAt(caseId, 1);
  expect(await accept(caseId)).toMatchObject({ __typename: 'NotAuthorized', rule: '000:16' });
  expect(await accept(another)).toMatchObject({ __typename: 'AcceptCaseSuccess' });

  const closed = aComplaint(caseId, { status: 'CLOSED' });
  await supervision.tells(complaintClosed, closed, { version: 7 });
  await isKnownAt(caseId, 7);
  await supervision.repeats(filed);
  await supervision.tells(complaintFiled, aComplaint(another, { target: ids.superior }));
  await isKnownAt(another, 1);
  expect(await accept(caseId)).toMatchObject({ __typename: 'AcceptCaseSuccess' });
});

it('a complaint against another, or about no case, shuts nobody out', async () => {
  const caseId = await submitted('of somebody else');
  const supervision = cases.neighbour('supervision');
  await supervision.tells(complaintFiled, aComplaint(caseId, { target: ids.superior }));
  await supervision.tells(complaintFiled, aComplaint(ids.item, { case: null }));
  await isKnownAt(caseId, 1);
  await isKnownAt(ids.item, 1);
  expect(await accept(caseId)).toMatchObject({ __typename: 'AcceptCaseSuccess' });
});
