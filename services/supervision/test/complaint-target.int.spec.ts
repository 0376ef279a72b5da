import { caseDispatched } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { ids, later } from './a-matter.ts';
import { complaintList, mutation, type Answer } from './operations.ts';
import {
  aCaseSnapshot,
  asStaff,
  citizen,
  handler,
  holds,
  startSupervision,
  supervisor,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
  await running.neighbour('cases').tells(caseDispatched, aCaseSnapshot());
  await holds(running, 'cases', 1);
});
afterAll(() => running.stop());

const text = '窗口人员态度粗暴,示例甲可以作证。';
const oneComplaint = query<{ readonly efficiencyComplaint: object | null }>(
  'query ($id: ID!) { efficiencyComplaint(id: $id) { case { id } text complainant { name } } }',
);
const give = async (name: string, input: object, viewer = supervisor): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;
const filed = async (changes: object = {}): Promise<string> => {
  const input = { caseId: ids.case, targetId: ids.handler, text, ...changes };
  const answer = await give('fileComplaint', input, citizen);
  return answer.complaint?.id ?? JSON.stringify(answer);
};

describe('the target (000:16, X24)', () => {
  const target = asStaff(ids.handler, ['supervision:handle', 'personal:read']);
  const seenBy = async (viewer: Viewer, complaintId: string) => {
    const { efficiencyComplaints: seen } = await running.ask(viewer, complaintList, { first: 100 });
    const found = seen.edges.find(({ node }) => node.id === complaintId)?.node;
    return { found, totalCount: seen.totalCount, rows: seen.edges.length };
  };

  it('has no part in it, whatever scopes he has: for him and his colleagues it does not exist', async () => {
    const complaintId = await filed();
    for (const viewer of [target, handler]) {
      const { found, totalCount, rows } = await seenBy(viewer, complaintId);
      expect(found).toBeUndefined();
      expect(totalCount).toBe(rows);
    }
    expect(await give('acceptComplaint', { complaintId }, target)).toMatchObject({
      __typename: 'NotFound',
    });
    expect((await seenBy(supervisor, complaintId)).found).toMatchObject({ id: complaintId });
  });

  it('learns of it by questions: neither who complains, nor the words, nor the case', async () => {
    const complaintId = await filed({ complainant: { name: '示例乙' } });
    await give('acceptComplaint', { complaintId });
    const question = '当日窗口是否有人?';
    expect(await give('putQuestions', { complaintId, text: ' ' })).toMatchObject({
      fields: [{ path: 'text' }],
    });
    expect(await give('putQuestions', { complaintId, text: question })).toMatchObject({
      complaint: { status: 'ACCEPTED', questions: [{ text: question }], text },
    });
    const { found } = await seenBy(handler, complaintId);
    expect(found).toMatchObject({
      ...{ questions: [{ text: question, by: { id: ids.supervisor } }], case: null },
      ...{ text: null, complainant: null, availableActions: [] },
    });
    const { efficiencyComplaint: single } = await running.ask(target, oneComplaint, {
      id: complaintId,
    });
    expect(single).toEqual({ case: null, text: null, complainant: null });
    const elsewhere = asStaff('x', ['cases:handle'], { department: ids.elsewhere });
    expect((await seenBy(elsewhere, complaintId)).found).toBeUndefined();
  });

  it('is who brings no staff id, perhaps: he does nothing as a supervisor, and learns of no row by it', async () => {
    const complaintId = await filed();
    const { exclusion } = await give('excludeFromCase', {
      ...{ caseId: ids.case, staffMemberId: ids.handler, reason: '演示' },
      until: later('09-28'),
    });
    const { staffId: _, ...unknown } = target;
    for (const [name, of, id, more] of [
      ['acceptComplaint', 'complaintId', complaintId, {}],
      ['transferComplaint', 'complaintId', complaintId, { departmentId: ids.department }],
      ['assignInvestigator', 'complaintId', complaintId, { investigatorId: ids.supervisor }],
      ['handleComplaint', 'complaintId', complaintId, { verdict: 'UNFOUNDED', result: '查无此事' }],
      ['putQuestions', 'complaintId', complaintId, { text: '当日窗口是否有人?' }],
      ['replyToComplaint', 'complaintId', complaintId, { text: '已处理' }],
      ['closeComplaint', 'complaintId', complaintId, {}],
      ['liftCaseExclusion', 'exclusionId', exclusion?.id ?? '', {}],
    ] as const) {
      for (const asked of [id, ids.report]) {
        expect([name, await give(name, { [of]: asked, ...more }, unknown)]).toMatchObject([
          name,
          { __typename: 'NotAuthorized' },
        ]);
      }
    }
  });

  it('does not investigate himself', async () => {
    const complaintId = await filed();
    await give('acceptComplaint', { complaintId });
    const himself = { complaintId, investigatorId: ids.handler };
    expect(await give('assignInvestigator', himself)).toMatchObject({
      __typename: 'TargetMayNotInvestigate',
    });
    const nobody = { complaintId, investigatorId: ids.report };
    expect(await give('assignInvestigator', nobody)).toMatchObject({
      fields: [{ path: 'investigatorId' }],
    });
  });

  it('is not the only one: who handles the case does not deal with it either (A38)', async () => {
    const complaintId = await filed({ targetId: null });
    expect(await give('acceptComplaint', { complaintId }, target)).toMatchObject({
      ...{ __typename: 'HandlerMayNotSupervise', rule: '003:39' },
    });
  });
});
