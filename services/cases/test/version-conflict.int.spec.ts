import { ids } from './a-case.ts';
import {
  mutation,
  submission,
  submitCase,
  type CaseAnswer,
  type CaseRow,
  type MutationAnswer,
} from './operations.ts';
import type { StartedService } from '@onewindow/service/testing';
import { officer, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const submit = async (matter: string): Promise<CaseAnswer> => {
  const input = { ...submission, matter };
  return (await cases.ask(officer, submitCase, { input })).answer.case;
};
const accept = async (input: object): Promise<MutationAnswer> =>
  (await cases.ask(officer, mutation('acceptCase'), { input: { rightsInformed: true, ...input } }))
    .answer;

it('a stale screen is a conflict at once', async () => {
  const { id: caseId, version } = await submit('stale');
  expect(await accept({ caseId, expectedVersion: version })).toMatchObject({
    __typename: 'AcceptCaseSuccess',
  });
  const decide = { caseId, outcome: 'APPROVED', sealId: ids.seal, expectedVersion: version };
  const { answer } = await cases.ask(officer, mutation('decideCase'), { input: decide });
  expect(answer.__typename).toBe('Conflict');
});

it('of many who accept at once one does, and the others are told the status', async () => {
  const { id: caseId } = await submit('race');
  const answers = await Promise.all(Array.from({ length: 5 }, () => accept({ caseId })));
  const names = answers.map(({ __typename }) => __typename).sort();
  expect(names.filter((name) => name === 'AcceptCaseSuccess')).toHaveLength(1);
  const refused = names.filter((name) => name !== 'AcceptCaseSuccess');
  expect(['Conflict', 'NotPermittedInStatus']).toEqual(
    expect.arrayContaining([...new Set(refused)]),
  );
  const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: caseId });
  const types = row?.journal.map(({ type }) => type);
  expect(types).toEqual(['CaseSubmitted', 'CaseAccepted', 'CaseDispatched']);
});

it('a repetition of a command changes nothing', async () => {
  const { id: caseId } = await submit('again');
  const first = await accept({ caseId, commandId: 'a-1' });
  expect(await accept({ caseId, commandId: 'a-1' })).toEqual(first);
});
