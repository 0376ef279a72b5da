import type { StartedService } from '@onewindow/service/testing';
import { applicant, submission, submitCase } from './operations.ts';
import { officer, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const himself = { ...applicant, identityNumber: '990000199001019999' };
const apply = async (matter: string, more: object = {}) => {
  const input = { ...submission, applicant: himself, matter, ...more };
  return (await cases.ask(officer, submitCase, { input })).answer;
};

it('of one person for one item are bounded, whatever matter they name', async () => {
  const first = await apply('1', { commandId: 'first' });
  for (let matter = 2; matter <= 10; matter += 1) {
    expect((await apply(String(matter))).__typename).toBe('SubmitCaseSuccess');
  }
  expect(await apply('11')).toMatchObject({
    __typename: 'TooManyOpenApplications',
    code: 'TooManyOpenApplications',
    message: expect.stringContaining('10 applications') as string,
  });
  // A repetition is answered, and others are taken.
  const again = await apply('1', { commandId: 'first' });
  expect(again).toMatchObject({ __typename: 'SubmitCaseSuccess', case: { id: first.case.id } });
  const other = { ...himself, identityNumber: '990000199001019998' };
  expect((await apply('11', { applicant: other })).__typename).toBe('SubmitCaseSuccess');
});
