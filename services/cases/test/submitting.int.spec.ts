import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import {
  applicant,
  submission,
  submitCase,
  type CaseRow,
  type MutationAnswer,
} from './operations.ts';
import { officer, startCases, submitAnother } from './running-cases.ts';

let cases: StartedService;

beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const submit = async (viewer: Viewer, input: object) =>
  (await cases.ask(viewer, submitCase, { input })).answer;
const serialsOf = (answers: readonly MutationAnswer[]) =>
  answers.map((answer) => Number(answer.case.receiptNumber.slice(-5))).sort((a, b) => a - b);

describe('many applications at once', () => {
  it.each([32, 80])(
    '%i are all taken, numbered without a gap, for at most four commands each',
    async (many) => {
      let answers: readonly MutationAnswer[] = [];
      const commands = await cases.costOf(async () => {
        const all = Array.from({ length: many }, (_, at) => submitAnother(cases, many * 100 + at));
        answers = await Promise.all(all);
      });
      const serials = serialsOf(answers);
      expect(serials).toEqual(serials.map((_, index) => (serials[0] ?? 0) + index));
      expect(new Set(answers.map(({ queryCode }) => queryCode)).size).toBe(many);
      // As many as for one alone; most need neither facts of their own nor the highest number of the day.
      expect(commands).toBeLessThanOrEqual(4 * many);
    },
  );
});

describe('a repetition with the same commandId', () => {
  const progress = query<{ readonly caseProgress: object | null }>(
    `query ($receiptNumber: String!, $queryCode: String!) {
      caseProgress(receiptNumber: $receiptNumber, queryCode: $queryCode) { status } }`,
  );
  const opens = ({ case: { receiptNumber }, queryCode }: MutationAnswer) =>
    cases.ask(officer, progress, { receiptNumber, queryCode });

  it('is told the same case and its query code again, also after a restart', async () => {
    const input = { ...submission, matter: 'repeated', commandId: 'c-1' };
    const first = await submit(officer, input);
    expect(await submit(officer, input)).toEqual(first);
    await cases.stopService();
    await cases.startService();
    const again = await submit(officer, input);
    expect(again).toEqual(first);
    expect(await opens(again)).toEqual({ caseProgress: { status: 'SUBMITTED' } });
  });

  it('is told nothing with other arguments, or as somebody else', async () => {
    const input = { ...submission, matter: 'of one', commandId: 'c-2' };
    const first = await submit(officer, input);
    const other = await submit(officer, { ...input, materials: ['m1'] });
    expect(other).toMatchObject({ __typename: 'IdempotencyMismatch' });
    const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: first.case.id });
    const identityIndex = row?.personal.index.identity ?? '';
    const himself: Viewer = { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
    const colleague = { ...officer, id: 'staff:another' };
    for (const viewer of [himself, colleague]) {
      const refused = await submit(viewer, input);
      expect(refused).toMatchObject({ __typename: 'AlreadyExists' });
      expect(JSON.stringify(refused)).not.toContain(first.queryCode);
    }
  });

  it('keeps the code neither in the state nor in the journal', async () => {
    const { queryCode, case: made } = await submit(officer, { ...submission, matter: 'unread' });
    const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: made.id });
    expect(JSON.stringify(row)).not.toContain(queryCode);
    expect(JSON.stringify(row)).not.toContain(applicant.name);
  });
});

describe('an application that is open already', () => {
  const asking = query<{ readonly answer: object }>(`mutation ($input: SubmitCaseInput!) {
    answer: submitCase(input: $input) { __typename ... on AlreadyExists { fact id message } } }`);

  it('is known however its matter is typed, and named to who may see it', async () => {
    const first = await submit(officer, { ...submission, matter: '桂A·12345' });
    const input = { ...submission, matter: ' 桂ａ・１２\u200B３４５' };
    const { answer } = await cases.ask(officer, asking, { input });
    const { id, receiptNumber } = first.case;
    expect(answer).toEqual({
      __typename: 'AlreadyExists',
      fact: 'openApplication',
      id,
      message: `The same application is open already: ${receiptNumber}. Follow that one, or withdraw it first (withdrawCase).`,
    });
  });

  it('is not named to who may not see it', async () => {
    await submit(officer, { ...submission, matter: 'unseen' });
    const elsewhere = { ...officer, id: 'staff:elsewhere', department: 'x', centre: 'x' };
    const input = { ...submission, matter: 'unseen' };
    const { answer } = await cases.ask(elsewhere, asking, { input });
    expect(answer).toMatchObject({
      __typename: 'AlreadyExists',
      id: null,
      message:
        'The same application is open already. Follow that one, or withdraw it first (withdrawCase).',
    });
  });

  it('of another matter is another one', async () => {
    await submit(officer, { ...submission, matter: '1-2 号' });
    const other = await submit(officer, { ...submission, matter: '12 号' });
    expect(other.__typename).toBe('SubmitCaseSuccess');
  });
});

describe('what an applicant is told', () => {
  const told = async (viewer: Viewer, input: object) => {
    const text = `mutation ($input: SubmitCaseInput!) { answer: submitCase(input: $input) {
      __typename ... on Rejection { message } ... on InvalidInput { fields { path message } } } }`;
    const { data } = await cases.operate(viewer, text, { input });
    return data?.['answer'];
  };
  const citizen: Viewer = { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex: 'x' };

  it('with the number of somebody else is about that, not about posts and seals', async () => {
    expect(await told(citizen, submission)).toEqual({
      __typename: 'NotAuthorized',
      message: 'You apply for yourself only: this is not the number of your own identity document.',
    });
  });

  it('is not what staff is told who takes nothing in, nor a program', async () => {
    const words = {
      __typename: 'NotAuthorized',
      message:
        'An application for somebody is taken in by who handles cases at a window; your sign-in does not.',
    };
    const manager = { ...officer, scopes: new Set(['windows:manage', 'cases:centre'] as const) };
    expect(await told(manager, submission)).toEqual(words);
    expect(await told({ ...manager, kind: 'SERVICE' }, submission)).toEqual(words);
  });

  it('is nothing where digits and dashes come from an input method', async () => {
    const typed = {
      ...applicant,
      identityNumber: '\u200B９９００００１９９００１０１００１０ ',
      phone: '００００–０００００００',
      name: '　示例甲\u202E',
    };
    const input = { ...submission, applicant: typed, matter: 'typed' };
    expect(await told(officer, input)).toEqual({ __typename: 'SubmitCaseSuccess' });
  });

  it('says what is wanted of a telephone number', async () => {
    const input = { ...submission, applicant: { ...applicant, phone: 'call me' } };
    expect(await told(officer, input)).toMatchObject({
      fields: [
        { path: 'applicant.phone', message: expect.stringContaining('5 to 32 digits') as string },
      ],
    });
  });
});
