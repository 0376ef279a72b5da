import type { Viewer } from '@onewindow/identity';
import { newId } from '@onewindow/persistence';
import { until, type StartedService } from '@onewindow/service/testing';
import { ids, later } from './a-matter.ts';
import { complaintList, mutation, myComplaints, type Answer } from './operations.ts';
import {
  asStaff,
  blindIndex,
  citizen,
  handler,
  investigator,
  passerBy,
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

const text = '窗口人员态度粗暴,示例甲可以作证。';
const complaining = { caseId: ids.case, targetId: ids.handler, text };
const give = async (name: string, input: object, viewer = supervisor): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;
const filed = async (changes: object = {}, viewer = citizen): Promise<string> => {
  const answer = await give('fileComplaint', { ...complaining, ...changes }, viewer);
  if (!answer.complaint) throw new Error(JSON.stringify(answer));
  return answer.complaint.id;
};
interface Stored {
  readonly _id: string;
  readonly journal: readonly { readonly type: string; readonly actor: string }[];
}
const storedAs = async (id: string) =>
  JSON.stringify(await running.database.collection<Stored>('complaints').findOne({ _id: id }));

describe('a complaint from filing to reply', () => {
  it('goes its way, and each sees of it what is his', async () => {
    const complaintId = await filed({ complainant: { name: '示例乙', phone: '13900000000' } });
    await give('acceptComplaint', { complaintId });
    await give('assignInvestigator', { complaintId, investigatorId: ids.investigator });
    const handling = { complaintId, verdict: 'FOUNDED', result: '批评教育并通报' };
    expect(await give('handleComplaint', handling)).toMatchObject({
      __typename: 'NotTheInvestigator',
      rule: '000:16',
    });
    expect(await give('handleComplaint', handling, investigator)).toMatchObject({
      complaint: { status: 'HANDLED', finding: { verdict: 'FOUNDED' }, text, complainant: null },
    });
    const replied = await give('replyToComplaint', { complaintId, text: '情况属实,已处理。' });
    expect(replied.complaint).toMatchObject({
      status: 'REPLIED',
      text,
      complainant: { name: '示例乙', phone: '13900000000' },
      reply: { text: '情况属实,已处理。' },
      availableActions: ['CLOSE', 'REOPEN'],
    });
    const closed = await give('closeComplaint', { complaintId });
    expect(closed.complaint).toMatchObject({ status: 'CLOSED', availableActions: ['REOPEN'] });

    const { myComplaints: mine } = await running.ask(citizen, myComplaints);
    expect(mine.edges[0]?.node).toMatchObject({
      id: complaintId,
      status: 'CLOSED',
      text,
      availableActions: ['REOPEN'],
      complainant: { name: '示例乙' },
      case: { id: ids.case },
      target: { id: ids.handler },
    });
  });

  it('explains by when it is replied to (001:49)', async () => {
    const { complaint } = await give('fileComplaint', complaining, citizen);
    expect(complaint).toMatchObject({
      deadline: { rule: '001:49', periodDays: 7, periodUnit: 'CALENDAR_DAYS' },
    });
    expect(JSON.stringify(complaint)).toContain('"day":"2026-09-25","counts":true');
  });

  it('is reopened by who is not content, and by nobody else', async () => {
    const complaintId = await filed();
    await give('acceptComplaint', { complaintId });
    await give('assignInvestigator', { complaintId, investigatorId: ids.investigator });
    await give(
      'handleComplaint',
      { complaintId, verdict: 'UNFOUNDED', result: '不属实' },
      investigator,
    );
    await give('replyToComplaint', { complaintId, text: '不属实。' });
    expect(await give('reopenComplaint', { complaintId }, stranger)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await give('reopenComplaint', { complaintId }, handler)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await give('reopenComplaint', { complaintId }, citizen)).toMatchObject({
      complaint: { status: 'REOPENED', finding: null, reply: null },
    });
  });

  it('passes to the department that it concerns', async () => {
    const complaintId = await filed();
    const departmentId = ids.elsewhere;
    expect(await give('transferComplaint', { complaintId, departmentId })).toMatchObject({
      complaint: { status: 'TRANSFERRED', department: { id: departmentId } },
    });
    const ofOther = asStaff('x', ['cases:handle'], { department: departmentId });
    const theirs = async () => (await running.ask(ofOther, complaintList)).efficiencyComplaints;
    expect((await theirs()).totalCount).toBe(0);
    await give('acceptComplaint', { complaintId });
    await give('putQuestions', { complaintId, text: '当日窗口是否有人?' });
    expect((await theirs()).edges.map(({ node }) => node.id)).toEqual([complaintId]);
    const unknown = await give('transferComplaint', { complaintId, departmentId: ids.report });
    expect(unknown).toMatchObject({ fields: [{ path: 'departmentId' }] });
    // What was made just now may be on its way.
    for (const [name, input] of [
      ['transferComplaint', { departmentId: newId() }],
      ['assignInvestigator', { investigatorId: newId() }],
    ] as const) {
      const answer = await give(name, { complaintId, ...input });
      expect(answer).toMatchObject({ __typename: 'NotYetKnown' });
    }
  });
});

describe('who complains', () => {
  it('need not be signed in, and finds it in his session and nowhere else', async () => {
    const complaintId = await filed({ caseId: null, centreId: ids.centre }, passerBy);
    const { myComplaints: his } = await running.ask(passerBy, myComplaints);
    expect(his.edges.map(({ node }) => node.id)).toEqual([complaintId]);
    const another = { ...passerBy, id: 'anonymous:abd' };
    expect((await running.ask(another, myComplaints)).myComplaints.totalCount).toBe(0);
  });

  it('is nowhere but in what is sealed: not in state, journal or event', async () => {
    const complaintId = await filed({ complainant: { name: '示例乙', phone: '13900000000' } });
    const stored = await storedAs(complaintId);
    for (const secret of [text, '示例乙', '13900000000', citizen.id, 'index-of-a-citizen']) {
      expect(stored).not.toContain(secret);
    }
    expect(stored).toContain('"actor":"complainant"');
    const journal = JSON.stringify((JSON.parse(stored) as Stored).journal);
    expect(journal).not.toContain(blindIndex('index-of-a-citizen'));
  });

  it('is found by his number when a supervisor takes it down at the telephone', async () => {
    const identityNumber = '990000199001010010';
    const spoken = { channel: 'PHONE', complainant: { identityNumber } };
    const complaintId = await filed(spoken, supervisor);
    const identityIndex = blindIndex(identityNumber);
    const caller: Viewer = { ...citizen, id: 'citizen:3', identityIndex };
    const { myComplaints: his } = await running.ask(caller, myComplaints);
    expect(his.edges.map(({ node }) => node)).toMatchObject([
      { id: complaintId, channel: 'PHONE', deadline: { periodDays: 3 }, text },
    ]);
  });

  it('may say so over the net only, other channels are taken down by who supervises the centre', async () => {
    for (const [viewer, channel, answer] of [
      [citizen, 'PHONE', 'NotAuthorized'],
      [handler, 'PHONE', 'NotAuthorized'],
      [asStaff('x', ['supervision:handle'], { centre: ids.elsewhere }), 'PHONE', 'NotFound'],
    ] as const) {
      expect(await give('fileComplaint', { ...complaining, channel }, viewer)).toMatchObject({
        __typename: answer,
      });
    }
  });

  it('is no matter for who is signed in as staff, over the net neither (000:16)', async () => {
    const answer = await give('fileComplaint', { ...complaining, channel: 'WEB' }, handler);
    expect(answer).toMatchObject({ __typename: 'NotAuthorized', rule: '000:16' });
  });

  it('names a case only when it is his: for others it does not exist, whatever they name beside it', async () => {
    const answered = async (caseId: string, viewer: Viewer) =>
      JSON.stringify(
        await give('fileComplaint', { ...complaining, caseId, centreId: ids.centre }, viewer),
      ).replace(caseId, 'ID');
    for (const viewer of [stranger, passerBy]) {
      const hidden = await answered(ids.case, viewer);
      expect(hidden).toContain('NotFound');
      expect(hidden).toBe(await answered(ids.report, viewer));
    }
    const receipt = { receiptNumber: RECEIPT, queryCode: QUERY_CODE };
    const bare = { targetId: ids.handler, text };
    for (const wrong of [
      { ...receipt, queryCode: 'WRONG' },
      { ...receipt, receiptNumber: 'x' },
    ]) {
      expect(await give('fileComplaint', { ...bare, receipt: wrong }, passerBy)).toMatchObject({
        __typename: 'NotFound',
      });
    }
    const typed = {
      receiptNumber: ` ${RECEIPT.replaceAll('-', '–')} `,
      queryCode: `${QUERY_CODE.slice(0, 5)}-${QUERY_CODE.slice(5).toLowerCase()} `,
    };
    expect(await give('fileComplaint', { ...bare, receipt: typed }, passerBy)).toMatchObject({
      complaint: { case: { id: ids.case } },
    });
    expect(await give('fileComplaint', { ...bare, receipt }, passerBy)).toMatchObject({
      complaint: { case: { id: ids.case }, department: { id: ids.department } },
    });
    expect(await give('fileComplaint', { ...bare, centreId: ids.centre }, stranger)).toMatchObject({
      complaint: { case: null },
    });
  });

  it('repeats harmlessly', async () => {
    const input = { ...complaining, commandId: 'c-1' };
    const first = await give('fileComplaint', input, citizen);
    expect(await give('fileComplaint', input, citizen)).toEqual(first);
    const other = { ...input, text: '另一件事' };
    expect(await give('fileComplaint', other, citizen)).toMatchObject({
      __typename: 'IdempotencyMismatch',
    });
    const elsewhere = { centreId: ids.centre, text, commandId: 'c-1' };
    const another = await give('fileComplaint', elsewhere, stranger);
    expect(another.complaint?.id).toBeDefined();
    expect(another.complaint?.id).not.toBe(first.complaint?.id);
  });

  it('names a centre when there is no case that is known, and nobody who is not, as far as who supervises is told', async () => {
    expect(await give('fileComplaint', { text }, citizen)).toMatchObject({
      fields: [{ path: 'centreId' }],
    });
    expect(await give('fileComplaint', { text, caseId: newId() }, citizen)).toMatchObject({
      __typename: 'NotYetKnown',
      retryAfter: 2,
    });
    // Of an id that was made long ago everybody would have heard.
    expect(await give('fileComplaint', { text, caseId: ids.report }, citizen)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(
      await give('fileComplaint', { ...complaining, targetId: ids.report }, supervisor),
    ).toMatchObject({ fields: [{ path: 'targetId' }] });
    for (const [viewer, young] of [
      [supervisor, { ...complaining, targetId: newId() }],
      [citizen, { text, centreId: newId() }],
    ] as const) {
      const answer = await give('fileComplaint', young, viewer);
      expect(answer).toMatchObject({ __typename: 'NotYetKnown' });
    }
    expect(await give('fileComplaint', { ...complaining, text: ' ' }, citizen)).toMatchObject({
      fields: [{ path: 'text' }],
    });
  });

  it('leaves a trace of every reading of what was written', async () => {
    await filed();
    const traces = () =>
      running.database.collection('accesses').countDocuments({ viewer: supervisor.id });
    const before = await traces();
    const { efficiencyComplaints: read } = await running.ask(supervisor, complaintList);
    expect((await traces()) - before).toBe(read.edges.length);
    await running.ask(handler, complaintList);
    const accesses = running.database.collection('accesses');
    expect(await accesses.countDocuments({ viewer: handler.id })).toBe(0);
  });
});

describe('the time to reply', () => {
  it('ends by itself, also while the service is down (件件有回音)', async () => {
    const complaintId = await filed();
    const isLate = async () => {
      const { efficiencyComplaints: late } = await running.ask(supervisor, complaintList, {
        filter: { overdue: true },
      });
      return late.edges.some(({ node }) => node.id === complaintId);
    };
    expect(await isLate()).toBe(false);
    await running.stopService();
    running.at(later('09-26', '00:00'));
    await running.startService();
    await until(isLate);
  });
});
