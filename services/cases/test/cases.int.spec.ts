import { negativeReportOverturned } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { friday, ids, report } from './a-case.ts';
import {
  applicant,
  fullCase,
  mutation,
  submission,
  submitCase,
  type CaseRow,
  type IdPage,
  type MutationAnswer,
  signedPaper as paper,
} from './operations.ts';
import { query, until, type StartedService } from '@onewindow/service/testing';
import { asStaff, officer, startCases } from './running-cases.ts';

const myCasesQuery = query<{ readonly myCases: IdPage }>(
  '{ myCases(first: 1) { edges { node { id } } } }',
);

const overturnedCase = query<{
  readonly caseById: {
    readonly negativeReport: { readonly overturned: object | null } | null;
  };
}>(`query ($id: ID!) { caseById(id: $id) {
  negativeReport { overturned { reportId by { id } at } } } }`);

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const submit = async (changes: object = {}): Promise<MutationAnswer> => {
  const input = { ...submission, matter: Math.random().toString(), ...changes };
  return (await cases.ask(officer, submitCase, { input })).answer;
};
const give = async (name: string, input: object, viewer = officer): Promise<MutationAnswer> =>
  (await cases.ask(viewer, mutation(name), { input })).answer;
const submitted = async (changes: object = {}): Promise<string> => (await submit(changes)).case.id;

const { superior: _, ...written } = report;
/** A case that was accepted and is denied. */
const denied = async (): Promise<string> => {
  const caseId = await submitted();
  await give('acceptCase', { caseId, rightsInformed: true });
  const denying = { caseId, outcome: 'REJECTED', sealId: ids.seal, report: written };
  expect(await give('decideCase', denying)).toMatchObject({ case: { status: 'REJECTED' } });
  return caseId;
};

const overturn = async (caseId: string, report: string) =>
  cases.neighbour('supervision').tells(
    negativeReportOverturned,
    {
      ...{ id: report, status: 'OVERTURNED', case: caseId, denial: 'REJECTED' },
      ...{ reporter: ids.officer, superior: ids.superior, region: ids.region },
      ...{ centre: ids.centre, department: ids.department, window: ids.window },
      ...{ acknowledgeBy: friday, overdue: false },
    },
    { time: friday },
  );
const seen = async (caseId: string) =>
  (await cases.ask(officer, overturnedCase, { id: caseId })).caseById.negativeReport;

describe('a case from window to certificate', () => {
  it('goes its way, and shows it', async () => {
    const caseId = await submitted();
    const accepted = await give('acceptCase', { caseId, rightsInformed: true });
    expect(accepted).toMatchObject({ case: { status: 'IN_PROCESS', kind: 'COMMITTED' } });
    const decided = await give('decideCase', { caseId, outcome: 'APPROVED', sealId: ids.seal });
    expect(decided).toMatchObject({ case: { status: 'APPROVED' } });
    const certificate = { caseId, certificateNumber: 'JY1450102', inPerson: true };
    expect(await give('issueCertificate', certificate)).toMatchObject({
      case: { status: 'ISSUED' },
    });
    expect(await give('completeCase', { caseId })).toMatchObject({ case: { status: 'COMPLETED' } });

    const reader = asStaff(['cases:handle', 'personal:read']);
    const { caseById } = await cases.ask(reader, fullCase, { id: caseId });
    expect(caseById).toMatchObject({
      receiptNumber: '4501020001-20260918-00001',
      submittedVia: 'WINDOW',
      visits: 2,
      item: { id: ids.item },
      window: { id: ids.window },
      decision: { outcome: 'APPROVED', seal: { id: ids.seal }, late: false },
      certificate: { number: 'JY1450102' },
      applicant: { kind: 'NATURAL', name: '示例甲', idNumber: applicant.identityNumber },
      availableActions: [],
    });
    expect(caseById.history.map(({ type }) => type)).toEqual([
      'CaseSubmitted',
      'CaseAccepted',
      'CaseDispatched',
      'CaseDecided',
      'CertificateIssued',
      'CaseCompleted',
    ]);
    expect(caseById.deadlines.map(({ clock, state }) => `${clock} ${state}`)).toEqual([
      'TELL_ONCE MET',
      'DECISION MET',
      'COMMITTED MET',
      'DELIVERY MET',
    ]);
  });

  it('explains a deadline day by day', async () => {
    const caseId = await submitted();
    await give('acceptCase', { caseId, rightsInformed: true });
    const { deadlines } = (await cases.ask(officer, fullCase, { id: caseId })).caseById;
    const committed = deadlines.find(({ clock }) => clock === 'COMMITTED');
    expect(committed).toMatchObject({ state: 'RUNNING', periodDays: 5, remainingDays: 5 });
    expect(committed?.ledger[1]).toMatchObject({ day: '2026-09-20', reason: 'MAKEUP_WORKDAY' });
  });

  it('is denied with reasons and report, and told to the applicant', async () => {
    const caseId = await submitted();
    await give('acceptCase', { caseId, rightsInformed: true });
    const denying = { caseId, outcome: 'REJECTED', sealId: ids.seal };
    expect(await give('decideCase', denying)).toMatchObject({ __typename: 'ReasonsRequired' });
    // Whomever he names: it goes to the leader in charge.
    const named = { ...denying, report: { ...written, superiorId: ids.officer } };
    expect(await give('decideCase', named)).toMatchObject({ case: { status: 'REJECTED' } });
    const { caseById } = await cases.ask(officer, fullCase, { id: caseId });
    expect(caseById).toMatchObject({ negativeReport: { superior: { id: ids.superior } } });
    expect((await cases.ask(officer, overturnedCase, { id: caseId })).caseById).toEqual({
      negativeReport: { overturned: null },
    });
  });

  it('is open again when its denial is overturned, and shows by whom and when, once however often that is told (X12)', async () => {
    const [first, second] = [await denied(), await denied()];
    const event = await overturn(first, ids.letter);
    await until(async () => (await seen(first))?.overturned != null);
    await cases.neighbour('supervision').repeats(event);
    await overturn(second, ids.seal);
    await until(async () => (await seen(second))?.overturned != null);
    expect(await seen(first)).toEqual({
      overturned: {
        reportId: ids.letter,
        by: { id: ids.superior },
        at: '2026-09-18T09:30:00.000+08:00',
      },
    });
    const { caseById } = await cases.ask(officer, fullCase, { id: first });
    expect(caseById.status).toBe('IN_PROCESS');
    expect(caseById.history.filter(({ type }) => type === 'DenialOverturned')).toHaveLength(1);
  });

  it('that was not accepted is open again, but not beside one that was filed for the same since', async () => {
    const returned = async (matter: string) => {
      const caseId = await submitted({ matter });
      const told = { qualifications: '无', conditions: '场地', procedure: '变更后' };
      const input = { caseId, report: written, told, ground: 'NOT_REQUIRED' };
      return (await give('returnCase', input)).case.id;
    };
    const statusOf = async (id: string) =>
      (await cases.ask(officer, fullCase, { id })).caseById.status;
    const matters = [Math.random().toString(), Math.random().toString()] as const;
    const [open, closed] = [await returned(matters[0]), await returned(matters[1])];
    const since = await submitted({ matter: matters[1] });
    for (const id of [open, closed]) {
      await overturn(id, id);
      await until(async () => (await seen(id))?.overturned != null);
    }
    expect([await statusOf(open), await statusOf(closed)]).toEqual(['SUBMITTED', 'RETURNED']);
    expect(await submit({ matter: matters[0] })).toMatchObject({ __typename: 'AlreadyExists' });
    await Promise.all([open, since].map((caseId) => give('withdrawCase', { caseId, paper })));
  });

  it('is told once what is missing, and a second notice is kept and refused', async () => {
    const caseId = await submitted({ materials: ['m1'] });
    expect(await give('acceptCase', { caseId, rightsInformed: true })).toMatchObject({
      __typename: 'MaterialsMissing',
      rule: '行政许可法 32',
    });
    const notice = await give('requestSupplement', { caseId, materials: ['m2'] });
    expect(notice).toMatchObject({ case: { status: 'SUPPLEMENT_REQUIRED', kind: 'SUPPLEMENT' } });
    await give('submitSupplement', { caseId, materials: ['m2'] });
    expect(await give('requestSupplement', { caseId, materials: ['m4'] })).toMatchObject({
      __typename: 'AlreadyNotified',
    });
    const { caseById } = await cases.ask(officer, fullCase, { id: caseId });
    expect(caseById.history.at(-1)?.type).toBe('SecondNoticeRefused');
  });
});

describe('the applicant himself', () => {
  const himself = async () => {
    const caseId = await submitted();
    const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: caseId });
    const identityIndex = row?.personal.index.identity ?? '';
    const viewer: Viewer = { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
    return { caseId, viewer };
  };

  it('finds what was handed in for him at the window, and may withdraw it', async () => {
    const { caseId, viewer } = await himself();
    const { myCases } = await cases.ask(viewer, myCasesQuery);
    expect(myCases.edges).toEqual([{ node: { id: caseId } }]);
    const { caseById } = await cases.ask(viewer, fullCase, { id: caseId });
    expect(caseById).toMatchObject({
      availableActions: ['BRING_MATERIALS', 'WITHDRAW'],
      applicant: { name: '示例甲' },
    });
    const withdrawn = await give('withdrawCase', { caseId }, viewer);
    expect(withdrawn).toMatchObject({ case: { status: 'WITHDRAWN' } });
  });

  it('alone takes back what he filed over the net; an officer does it for who came to the window', async () => {
    const { caseId: atWindow, viewer } = await himself();
    const input = { ...submission, matter: 'over the net, taken back' };
    const { answer } = await cases.ask(viewer, submitCase, { input });
    const caseId = answer.case.id;
    const actions = async (id: string, by: Viewer) =>
      (await cases.ask(by, fullCase, { id })).caseById;
    expect((await actions(caseId, officer)).availableActions).not.toContain('WITHDRAW');
    expect((await actions(atWindow, officer)).availableActions).toContain('WITHDRAW');
    expect(await give('withdrawCase', { caseId })).toMatchObject({
      ...{ __typename: 'NotAuthorized', code: 'NotAuthorized' },
      message: 'The applicant has filed this himself over the net: only he takes it back.',
    });
    const unsigned = await give('withdrawCase', { caseId: atWindow });
    expect(unsigned).toMatchObject({ __typename: 'ReasonsRequired', rule: '行政许可法 29' });
    const done = { case: { status: 'WITHDRAWN' } };
    expect(await give('withdrawCase', { caseId: atWindow, paper })).toMatchObject(done);
    expect(await give('withdrawCase', { caseId }, viewer)).toMatchObject(done);
  });

  it('applies over the net for himself and for nobody else', async () => {
    const { viewer } = await himself();
    const input = { ...submission, matter: 'over the net' };
    const { answer } = await cases.ask(viewer, submitCase, { input });
    expect(answer).toMatchObject({ __typename: 'SubmitCaseSuccess' });
    const other = { ...applicant, identityNumber: '990000199001010029' };
    const refused = await cases.ask(viewer, submitCase, { input: { ...input, applicant: other } });
    expect(refused.answer).toMatchObject({ __typename: 'NotAuthorized' });
  });

  it('follows his case by number and query code, and nobody by one of them', async () => {
    const answer = await submit();
    const progress = query<{
      readonly caseProgress: object | null;
    }>(`query ($receiptNumber: String!, $queryCode: String!) {
      caseProgress(receiptNumber: $receiptNumber, queryCode: $queryCode) { status overdue deadlines { clock } }
    }`);
    const anybody: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
    const { receiptNumber } = answer.case;
    const right = { receiptNumber, queryCode: answer.queryCode };
    expect(await cases.ask(anybody, progress, right)).toMatchObject({
      caseProgress: { status: 'SUBMITTED', overdue: false },
    });
    // As it is read aloud or copied from a message.
    const spaced = `${answer.queryCode?.slice(0, 3)} -${answer.queryCode?.slice(3, 6)}—${answer.queryCode?.slice(6)}`;
    expect(await cases.ask(anybody, progress, { ...right, queryCode: spaced })).toMatchObject({
      caseProgress: { status: 'SUBMITTED' },
    });
    const wrong = { receiptNumber, queryCode: 'AAAAAAAAAA' };
    expect(await cases.ask(anybody, progress, wrong)).toEqual({ caseProgress: null });
  });
});

describe('facts that are unique', () => {
  it('one application is not taken twice while it is open (002:15)', async () => {
    const first = await submit({ matter: 'the shop in East Street' });
    const again = { matter: 'the shop in East Street' };
    expect(await submit(again)).toMatchObject({ __typename: 'AlreadyExists' });
    await give('withdrawCase', { caseId: first.case.id, paper });
    expect(await submit(again)).toMatchObject({ __typename: 'SubmitCaseSuccess' });
  });
});

describe('input that cannot be right', () => {
  it('names each field', async () => {
    const wrongly = query<{
      readonly submitCase: { readonly fields: readonly { readonly path: string }[] };
    }>(`mutation ($input: SubmitCaseInput!) { submitCase(input: $input) {
      ... on InvalidInput { fields { path } } } }`);
    const wrong = { ...applicant, name: ' ', identityNumber: '110101199001010010' };
    const input = { ...submission, applicant: wrong };
    const { submitCase: answer } = await cases.ask(officer, wrongly, { input });
    expect(answer.fields.map(({ path }) => path)).toContain('applicant.name');
  });

  it('refuses a page of more than a hundred, and a cursor of another list', async () => {
    const page = await cases.operate(officer, '{ cases(first: 101) { totalCount } }');
    expect(page.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    const cursor = await cases.operate(
      officer,
      '{ cases(after: "x") { totalCount edges { cursor } } }',
    );
    expect(cursor.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
