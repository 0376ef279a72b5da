import { instant } from '@onewindow/kernel';
import { later } from './a-case.ts';
import { fullCase, mutation, submission, submitCase, type CaseRow } from './operations.ts';
import { until, type StartedService } from '@onewindow/service/testing';
import { officer, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const submit = async (matter: string): Promise<string> => {
  const input = { ...submission, matter };
  return (await cases.ask(officer, submitCase, { input })).answer.case.id;
};
const typesOf = async (id: string): Promise<readonly string[]> => {
  const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: id });
  return row?.journal.map(({ type }) => type) ?? [];
};

it('what fell due while nobody ran happens once, at the moment of the law', async () => {
  const untold = await submit('nobody tells');
  const promised = await submit('nobody issues');
  const accept = { input: { caseId: promised, rightsInformed: true } };
  await cases.ask(officer, mutation('acceptCase'), accept);

  await cases.stopService();
  cases.at(later('10-08'));
  await cases.startService();
  await until(async () => (await typesOf(untold)).includes('CaseAccepted'));
  await until(async () => (await typesOf(promised)).includes('ClockOverdue'));

  expect(await typesOf(untold)).toEqual([
    'CaseSubmitted',
    'ClockDueSoon',
    'ClockOverdue',
    'CaseAccepted',
    // The clocks of a deemed acceptance run from the receipt: the promise has ended by now, too.
    'ClockDueSoon',
    'ClockOverdue',
  ]);
  const { caseById } = await cases.ask(officer, fullCase, { id: untold });
  expect(caseById).toMatchObject({
    status: 'ACCEPTED',
    deemedAccepted: true,
    acceptedAt: '2026-09-18T09:30:00.000+08:00',
    overdue: true,
  });
  const overdue = caseById.history.find(({ type }) => type === 'ClockOverdue');
  expect(instant(overdue?.effectiveAt ?? '')).toBe(later('09-25', '00:00'));
  expect(instant(overdue?.at ?? '')).toBe(later('10-08'));
});

it('a command that comes before the sweep finds what was due', async () => {
  cases.at(later('10-09'));
  const caseId = await submit('late supplement');
  await cases.stopService();
  cases.at(later('11-30'));
  await cases.startService();
  const input = { caseId, rightsInformed: true };
  const { answer } = await cases.ask(officer, mutation('acceptCase'), { input });
  // By now the law has accepted it: there is nothing left to accept.
  expect(answer).toMatchObject({ __typename: 'NotPermittedInStatus' });
  expect(await typesOf(caseId)).toContain('CaseAccepted');
});

it('is told to the others', async () => {
  const pending = () =>
    cases.database.collection('cases').countDocuments({ pendingSince: { $exists: true } });
  await until(async () => (await pending()) === 0);
});
