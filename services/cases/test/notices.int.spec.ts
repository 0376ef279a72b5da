import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Viewer } from '@onewindow/identity';
import { query, until, type StartedService } from '@onewindow/service/testing';
import type { Message } from '../src/notice/sending/sending-port.ts';
import { ids, later } from './a-case.ts';
import { applicant, mutation, submission, submitCase, type CaseRow } from './operations.ts';
import { withNoticesDurable } from './notices-durable.ts';
import { asStaff, officer, startCases } from './running-cases.ts';

interface NoticeAnswer {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly text: string;
}
interface Edges {
  readonly edges: readonly { readonly node: NoticeAnswer }[];
}
const PAPER =
  'id kind status occasion sealed unserved text html issuedBy { id } service { how at } sentBy failure';
const noticesOf = query<{ readonly caseById: { readonly notices: Edges } }>(
  `query ($id: ID!) { caseById(id: $id) { notices(first: 10) { edges { node { ${PAPER} } } } } }`,
);
const byReceipt = query<{ readonly caseProgress: { readonly notices: Edges } | null }>(
  `query ($number: String!, $code: String!) { caseProgress(receiptNumber: $number, queryCode: $code) {
    notices(first: 10) { edges { node { ${PAPER} } } } } }`,
);
const one = query<{ readonly notice: NoticeAnswer | null }>(
  `query ($id: ID!) { notice(id: $id) { ${PAPER} } }`,
);
const unserved = query<{ readonly unservedNotices: Edges }>(
  `{ unservedNotices(first: 100) { edges { node { ${PAPER} } } } }`,
);
const answering = (name: string, refused = '... on InvalidInput { fields { path } }') => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return query<{
    readonly answer: { readonly __typename: string; readonly notice?: NoticeAnswer };
  }>(
    `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename
      ... on Rejection { code message rule } ${refused}
      ... on ${type}Success { notice { ${PAPER} } } } }`,
  );
};
const confirmService = answering('confirmService');
const issueOneTimeNotice = answering('issueOneTimeNotice');
const sendNotice = answering('sendNotice', '');
const publishNotice = answering('publishNotice', '');

let cases: StartedService;
/** What the gateway of the city was given. */
const outbox: Message[] = [];
const gateway = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    outbox.push(JSON.parse(Buffer.concat(chunks).toString()) as Message);
    response.end();
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  cases = await startCases({
    SENDING_URL: `http://127.0.0.1:${port.toString()}/`,
    SENDING_SECRET: 's'.repeat(32),
  });
});
afterAll(async () => {
  await cases.stop();
  await new Promise((resolve) => gateway.close(resolve));
});
const rows = () => cases.database.collection<CaseRow>('cases');

async function submit(matter: string, materials: readonly string[] = ['m1', 'm2']) {
  const input = { ...submission, materials, matter };
  const { answer } = await cases.ask(officer, submitCase, { input });
  const { id: caseId, receiptNumber: number } = answer.case;
  const row = await rows().findOne({ _id: caseId });
  const identityIndex = row?.personal.index.identity ?? '';
  const citizen: Viewer = { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
  return { caseId, number, code: answer.queryCode ?? '', citizen };
}
const act = async (name: string, input: object) =>
  (await cases.ask(officer, mutation(name), { input })).answer;
const nodesOf = ({ edges }: Edges) => edges.map(({ node }) => node);

/** All notices of a case, once there are so many. */
async function told(caseId: string, count = 1, viewer: Viewer = officer) {
  let found: readonly NoticeAnswer[] = [];
  await until(async () => {
    found = nodesOf((await cases.ask(viewer, noticesOf, { id: caseId })).caseById.notices);
    return found.length >= count;
  });
  return found;
}

it('acceptance makes one sealed and dated receipt, which applicant, staff and the holder of the receipt read', async () => {
  const { caseId, number, code, citizen } = await submit('receipt');
  await act('acceptCase', { caseId, rightsInformed: true });
  const [notice] = await told(caseId, 1, citizen);
  expect(notice).toMatchObject({ kind: 'RECEIPT', status: 'ISSUED', sealed: true });
  expect(notice?.text).toContain('受理日期：2026年9月18日');
  expect(notice?.text).toContain('示例区市场监管局');
  expect(notice?.text).toContain(applicant.name);

  // Who may not read personal data, and who only holds the receipt, reads it without the name.
  const [ofStaff] = await told(caseId);
  expect(ofStaff?.text).not.toContain(applicant.name);
  const { caseProgress } = await cases.ask(citizenless, byReceipt, { number, code });
  expect(nodesOf(caseProgress?.notices ?? { edges: [] }).map(({ id }) => id)).toEqual([notice?.id]);
  expect(JSON.stringify(caseProgress)).not.toContain(applicant.name);
  const { caseProgress: wrong } = await cases.ask(citizenless, byReceipt, { number, code: 'X' });
  expect(wrong).toBeNull();

  // Nobody else: neither another citizen nor another department.
  const other = { ...citizen, id: 'other', identityIndex: 'another' };
  const elsewhere = asStaff(['cases:handle'], { department: ids.window });
  for (const viewer of [other, elsewhere])
    expect((await cases.ask(viewer, one, { id: notice?.id })).notice).toBeNull();

  // In the database neither name nor words stand in plain.
  const stored = JSON.stringify(await cases.database.collection('notices').find().toArray());
  for (const plain of [applicant.name, applicant.identityNumber, '受理日期'])
    expect(stored).not.toContain(plain);
});
const citizenless: Viewer = { id: 'anonymous', kind: 'ANONYMOUS', scopes: new Set() };

it('one entry makes one notice, also when its event comes again', async () => {
  const { caseId } = await submit('once');
  await act('acceptCase', { caseId, rightsInformed: true });
  const [notice] = await told(caseId);
  // As after a crash between the notice and its acknowledgement.
  await cases.stopService();
  await withNoticesDurable(cases, 'forget');
  await cases.startService();
  await withNoticesDurable(cases, 'handled');
  expect((await told(caseId)).map(({ id }) => id)).toEqual([notice?.id]);
});

it('handed over at the window it is served at once, and its case knows it; a second time is refused', async () => {
  const { caseId, citizen } = await submit('window', ['m1']);
  await act('requestSupplement', { caseId, materials: ['m2'] });
  const [notice] = await told(caseId);
  expect(notice).toMatchObject({ kind: 'SUPPLEMENT', occasion: 'SUPPLEMENT' });
  const input = { noticeId: notice?.id, how: 'AT_WINDOW' };
  const confirm = async (viewer: Viewer, more: object = {}) =>
    (await cases.ask(viewer, confirmService, { input: { ...input, ...more } })).answer;
  expect(await confirm(citizen)).toMatchObject({ __typename: 'NotAuthorized' });
  expect(await confirm(officer, { how: 'OPENED_ONLINE' })).toMatchObject({
    __typename: 'NotAuthorized',
  });
  expect(await confirm(officer, { how: 'BY_POST' })).toMatchObject({
    ...{ __typename: 'InvalidInput', fields: [{ path: 'signedOn' }] },
  });
  expect(await confirm(officer)).toMatchObject({
    notice: { status: 'SERVED', service: { how: 'AT_WINDOW' } },
  });
  expect(await confirm(officer)).toMatchObject({ __typename: 'NotPermittedInStatus' });
  await until(async () => {
    const row = await rows().findOne({ _id: caseId });
    return row?.journal.some(({ type }) => type === 'ServiceRecorded') ?? false;
  });
});

it('the addressee opens his over the net; what has reached nobody in five working days is listed', async () => {
  const opened = await submit('opened');
  const left = await submit('left');
  for (const { caseId } of [opened, left])
    await act('acceptCase', { caseId, rightsInformed: true });
  const [mine] = await told(opened.caseId);
  const [other] = await told(left.caseId);
  const input = { noticeId: mine?.id, how: 'OPENED_ONLINE' };
  const { answer } = await cases.ask(opened.citizen, confirmService, { input });
  expect(answer).toMatchObject({ notice: { status: 'SERVED' } });
  const listed = async () =>
    nodesOf((await cases.ask(officer, unserved)).unservedNotices).map(({ id }) => id);
  expect(await listed()).toEqual([]);
  cases.at(later('09-25', '00:00'));
  await until(async () => (await listed()).includes(other?.id ?? ''));
  expect(await listed()).not.toContain(mine?.id);
});

it('what the law accepts by itself is told by itself (行政许可法 32)', async () => {
  const { caseId } = await submit('nobody tells');
  cases.at(later('10-20'));
  const [notice] = await told(caseId);
  expect(notice).toMatchObject({ kind: 'RECEIPT', issuedBy: null, sealed: true });
  expect(notice?.text).toContain('起即为受理');
});

it('all is told at once on each occasion, in writing, and once; a second time is told to supervision (002:33)', async () => {
  const { caseId } = await submit('meeting');
  await act('acceptCase', { caseId, rightsInformed: true });
  const issue = async (input: object) =>
    (await cases.ask(officer, issueOneTimeNotice, { input })).answer;
  const meeting = {
    ...{ occasion: 'EXAMINATION_MEETING', caseId },
    demands: [{ text: '补充消防设计图' }, { departmentId: ids.department, text: '修改图纸' }],
  };
  expect(await issue({ ...meeting, form: 'ORAL' })).toMatchObject({ __typename: 'InvalidInput' });
  expect(await issue({ ...meeting, demands: [] })).toMatchObject({ __typename: 'InvalidInput' });
  expect(await issue({ ...meeting, occasion: 'JOINT_PRE_REVIEW' })).toMatchObject({
    fields: [{ path: 'occasion' }],
  });
  expect(await issue(meeting)).toMatchObject({ notice: { kind: 'SUPPLEMENT', sealed: true } });
  expect(await issue(meeting)).toMatchObject({ __typename: 'AlreadyNotified' });
  const row = await rows().findOne({ _id: caseId });
  expect(row?.journal.filter(({ type }) => type === 'SecondNoticeRefused')).toHaveLength(1);
  // Another meeting tells its own.
  expect(await issue({ ...meeting, occasion: 'APPRAISAL_MEETING' })).toHaveProperty('notice');

  const asked = {
    ...{ occasion: 'CONSULTATION', itemId: ids.item, form: 'ORAL' },
    ...{ procedure: '窗口提交', feeStandard: '不收费', basis: '食品安全法 35' },
  };
  const { notice } = await issue(asked);
  expect(notice).toMatchObject({ kind: 'CONSULTATION', sealed: false });
  expect(notice?.text).toContain('承诺办结期限');
  const { basis: _, ...half } = asked;
  expect(await issue(half)).toMatchObject({ fields: [{ path: 'basis' }] });
  expect(await issue({ ...meeting, occasion: 'SUPPLEMENT' })).toMatchObject({
    fields: [{ path: 'occasion' }],
  });
});

it('it goes out under one key for each sending, fails with its reason, and is then announced without a name', async () => {
  const { caseId } = await submit('sent');
  await act('acceptCase', { caseId, rightsInformed: true });
  const [notice] = await told(caseId);
  const noticeId = notice?.id ?? '';
  const send = async (channel: string) =>
    (await cases.ask(officer, sendNotice, { input: { noticeId, channel } })).answer;
  const publish = async () =>
    (await cases.ask(officer, publishNotice, { input: { noticeId } })).answer;
  const becomes = (status: string) =>
    until(async () => (await cases.ask(officer, one, { id: noticeId })).notice?.status === status);
  expect(await publish()).toMatchObject({ __typename: 'OtherWaysFirst' });
  expect(await send('SITE')).toMatchObject({ notice: { status: 'ISSUED' } });
  await becomes('SENT');
  // He has given no address: no letter can go there, and trying again would not help.
  expect(await send('POST')).toHaveProperty('notice');
  await becomes('FAILED');
  expect((await cases.ask(officer, one, { id: noticeId })).notice).toMatchObject({
    failure: 'NO_ADDRESS',
  });
  expect(await publish()).toHaveProperty('notice');
  await becomes('SENT');
  const messages = outbox.filter(({ key }) => key.startsWith(noticeId));
  expect(messages.map(({ key, channel }) => [key, channel])).toEqual([
    [`${noticeId}:1`, 'SITE'],
    [`${noticeId}:3`, 'PUBLIC'],
  ]);
  expect(messages[0]?.text).toContain(applicant.name);
  expect(JSON.stringify(messages[1])).not.toContain(applicant.name);
});

it('of what was written down before there were notices nobody is told now', async () => {
  await cases.stopService();
  await cases.database
    .collection<{ _id: string; at: string }>('beginnings')
    .updateOne({ _id: 'notices' }, { $set: { at: later('12-31') } });
  await cases.startService();
  const { caseId } = await submit('old');
  await act('acceptCase', { caseId, rightsInformed: true });
  const entry = async () => (await rows().findOne({ _id: caseId }))?.journal ?? [];
  expect((await entry()).map(({ type }) => type)).toContain('CaseAccepted');
  await until(
    async () =>
      (await cases.database
        .collection('cases')
        .countDocuments({ pendingSince: { $exists: true } })) === 0,
  );
  await withNoticesDurable(cases, 'handled');
  expect(nodesOf((await cases.ask(officer, noticesOf, { id: caseId })).caseById.notices)).toEqual(
    [],
  );
});
