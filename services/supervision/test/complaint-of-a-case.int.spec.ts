import { caseDispatched } from '@onewindow/contracts';
import { newId } from '@onewindow/persistence';
import { until, type StartedService } from '@onewindow/service/testing';
import { mutation, type Answer } from './operations.ts';
import { ids } from './a-matter.ts';
import {
  aCaseSnapshot,
  citizen,
  QUERY_CODE,
  RECEIPT,
  startWithCase,
  stranger,
  supervisor,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startWithCase();
});
afterAll(() => running.stop());

const text = '窗口人员态度粗暴。';
const give = async (name: string, input: object, viewer = citizen): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;

it('is told how else to complain, of a hidden case as of one that nobody knows, and to wait for a minute only', async () => {
  const madeAgo = (seconds: number, tail: string) => {
    const time = (Date.now() - seconds * 1_000).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
  };
  const answered = async (caseId: string) => {
    const { message, ...answer } = await give('fileComplaint', { text, caseId }, stranger);
    for (const word of ['receipt number and query code', 'name the centre']) {
      expect(message).toContain(word);
    }
    return { ...answer, message: message?.replace(caseId, 'ID') };
  };
  for (const [seconds, refusal] of [
    // A little ahead, as clocks of other machines are.
    [-30, 'NotYetKnown'],
    [600, 'NotFound'],
  ] as const) {
    const [hidden, unknown] = ['000000000001', '000000000002'].map((tail) =>
      madeAgo(seconds, tail),
    ) as [string, string];
    await running.neighbour('cases').tells(caseDispatched, aCaseSnapshot({ id: hidden }));
    await until(async () => {
      const rows = running.database.collection<{ _id: string }>('cases');
      return (await rows.countDocuments({ _id: hidden })) === 1;
    });
    const answer = await answered(hidden);
    expect(answer).toMatchObject({ __typename: refusal, rule: '000:16' });
    expect(answer).toEqual(await answered(unknown));
  }
  const receipt = { receiptNumber: RECEIPT, queryCode: 'WRONG' };
  const wrong = await give('fileComplaint', { text, receipt }, stranger);
  expect(wrong.message).toContain('name the centre');
});

it('takes a receipt beside a case only when it is of that case and its code is right', async () => {
  const other = { receiptNumber: '4501020001-20260918-00002', id: newId() };
  await running.neighbour('cases').tells(caseDispatched, aCaseSnapshot(other));
  await until(async () => {
    const rows = running.database.collection<{ _id: string }>('cases');
    return (await rows.countDocuments({ _id: other.id })) === 1;
  });
  const right = { receiptNumber: RECEIPT, queryCode: QUERY_CODE };
  const beside = (receipt: object, viewer = citizen) =>
    give('fileComplaint', { text, caseId: ids.case, receipt }, viewer);
  for (const viewer of [citizen, stranger]) {
    expect(await beside(right, viewer)).toMatchObject({ complaint: { case: { id: ids.case } } });
    for (const wrong of [
      { ...right, queryCode: 'WRONG' },
      { receiptNumber: other.receiptNumber, queryCode: 'WRONG' },
      { ...right, receiptNumber: other.receiptNumber },
    ]) {
      const unknown = { ...wrong, queryCode: 'WRONG' };
      const alone = await give('fileComplaint', { text, receipt: unknown }, stranger);
      expect(alone).toMatchObject({ __typename: 'NotFound' });
      expect(await beside(wrong, viewer)).toEqual(alone);
    }
  }
  // Who supervises takes down what he hears, of one case.
  expect(await beside(right, supervisor)).toMatchObject({ complaint: { case: { id: ids.case } } });
  const differs = { ...right, receiptNumber: other.receiptNumber };
  expect(await beside(differs, supervisor)).toMatchObject({ __typename: 'NotFound' });
});
