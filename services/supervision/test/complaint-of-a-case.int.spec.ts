import { caseDispatched } from '@onewindow/contracts';
import { until, type StartedService } from '@onewindow/service/testing';
import { mutation, type Answer } from './operations.ts';
import {
  aCaseSnapshot,
  citizen,
  holds,
  RECEIPT,
  startSupervision,
  stranger,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
  await running.neighbour('cases').tells(caseDispatched, aCaseSnapshot());
  await holds(running, 'cases', 1);
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
