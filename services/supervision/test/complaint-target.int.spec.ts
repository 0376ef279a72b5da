import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { ids, later } from './a-matter.ts';
import { complaintList, mutation, type Answer } from './operations.ts';
import {
  asStaff,
  citizen,
  handler,
  investigator,
  startWithCase,
  supervisor,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startWithCase();
});
afterAll(() => running.stop());

const text = '窗口人员态度粗暴,示例甲可以作证。';
const oneComplaint = query<{ readonly efficiencyComplaint: object | null }>(
  'query ($id: ID!) { efficiencyComplaint(id: $id) { case { id } text complainant { name } } }',
);
const answersOf = query<{ readonly efficiencyComplaint: object | null }>(
  'query ($id: ID!) { efficiencyComplaint(id: $id) { questions { answers { text } } } }',
);
const endOf = query<{ readonly efficiencyComplaint: object | null }>(
  'query ($id: ID!) { efficiencyComplaint(id: $id) { status verdict finding { result } reply { text } } }',
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
      questions: [{ text: question, by: { id: ids.supervisor } }],
      case: null,
      text: null,
      complainant: null,
      availableActions: ['ANSWER'],
    });
    const { efficiencyComplaint: single } = await running.ask(target, oneComplaint, {
      id: complaintId,
    });
    expect(single).toEqual({ case: null, text: null, complainant: null });
    const elsewhere = asStaff('x', ['cases:handle'], { department: ids.elsewhere });
    expect((await seenBy(elsewhere, complaintId)).found).toBeUndefined();
  });

  it('finds it in his list once he is asked, wherever he works and whatever he supervises; nobody else does', async () => {
    const asked = await filed();
    const silent = await filed();
    await give('acceptComplaint', { complaintId: asked });
    const elsewhere = { department: ids.elsewhere };
    const moved = asStaff(ids.handler, ['cases:handle'], elsewhere);
    expect((await seenBy(moved, asked)).found).toBeUndefined();
    await give('putQuestions', { complaintId: asked, text: '当日窗口是否有人?' });
    const manager = asStaff(ids.handler, ['cases:centre'], elsewhere);
    for (const viewer of [moved, manager, target]) {
      const { found, totalCount, rows } = await seenBy(viewer, asked);
      expect(found).toMatchObject({ id: asked, case: null, text: null });
      expect((await seenBy(viewer, silent)).found).toBeUndefined();
      expect(totalCount).toBe(rows);
    }
    const { staffId: _, ...unknown } = moved;
    const colleague = asStaff(ids.investigator, ['cases:handle'], elsewhere);
    for (const viewer of [colleague, unknown]) {
      expect((await seenBy(viewer, asked)).found).toBeUndefined();
    }
  });

  it('answers what he is asked, once; his colleague for himself, nobody else', async () => {
    const complaintId = await filed();
    await give('acceptComplaint', { complaintId });
    await give('putQuestions', { complaintId, text: '当日窗口是否有人?' });
    const colleague = asStaff(ids.investigator, ['cases:handle']);
    const answer = (viewer: Viewer, words: string) =>
      give('answerQuestions', { complaintId, text: words }, viewer);
    expect(await answer(target, ' ')).toMatchObject({ fields: [{ path: 'text' }] });
    expect(await answer(target, '当日有两人在岗。')).toMatchObject({
      complaint: {
        questions: [{ answers: [{ text: '当日有两人在岗。', by: { id: ids.handler } }] }],
        text: null,
        case: null,
        availableActions: [],
      },
    });
    expect(await answer(handler, '再答一次')).toMatchObject({ __typename: 'AlreadyAnswered' });
    expect(await answer(colleague, '我当日休假。')).toMatchObject({
      complaint: { questions: [{ answers: [{ text: '我当日休假。' }] }] },
    });
    const { staffId: _, ...unknown } = handler;
    const elsewhere = asStaff('x', ['cases:handle'], { department: ids.elsewhere });
    for (const [viewer, refusal] of [
      [supervisor, 'NotAuthorized'],
      [unknown, 'NotAuthorized'],
      [elsewhere, 'NotFound'],
    ] as const) {
      expect(await answer(viewer, '与我无关')).toMatchObject({ __typename: refusal });
    }
    expect((await seenBy(supervisor, complaintId)).found).toMatchObject({
      questions: [{ answers: [{ by: { id: ids.handler } }, { by: { id: ids.investigator } }] }],
    });
    const { efficiencyComplaint: his } = await running.ask(citizen, answersOf, { id: complaintId });
    expect(his).toEqual({ questions: [{ answers: [] }] });
    // Whoever investigates finds; then it is too late to answer.
    await give('assignInvestigator', { complaintId, investigatorId: ids.investigator });
    await give('putQuestions', { complaintId, text: '谁在岗?' });
    const found = { complaintId, verdict: 'UNFOUNDED', result: '查无此事' };
    expect(await give('handleComplaint', found, investigator)).toMatchObject({
      complaint: { status: 'HANDLED' },
    });
    expect(await answer(handler, '甲在岗。')).toMatchObject({ __typename: 'NotPermittedInStatus' });
  });

  it.each([
    ['FOUNDED', '批评教育并通报'],
    ['UNFOUNDED', '查无此事'],
  ] as const)(
    'is told how it ended when it is %s, and the words only when something follows for him (信访工作条例 46)',
    async (verdict, result) => {
      const complaintId = await filed();
      await give('acceptComplaint', { complaintId });
      await give('putQuestions', { complaintId, text: '当日窗口是否有人?' });
      await give('assignInvestigator', { complaintId, investigatorId: ids.investigator });
      await give('handleComplaint', { complaintId, verdict, result }, investigator);
      await give('replyToComplaint', { complaintId, text: '答复示例乙本人' });
      await give('closeComplaint', { complaintId });
      const ending = async (viewer: Viewer) => {
        const { efficiencyComplaint } = await running.ask(viewer, endOf, { id: complaintId });
        return efficiencyComplaint;
      };
      const whole = {
        status: 'CLOSED',
        verdict,
        finding: { result },
        reply: { text: '答复示例乙本人' },
      };
      for (const viewer of [citizen, supervisor]) expect(await ending(viewer)).toEqual(whole);
      const his = verdict === 'FOUNDED' ? { result } : null;
      expect(await ending(target)).toEqual({ ...whole, finding: his, reply: null });
      const colleague = asStaff(ids.superior, ['cases:handle']);
      const { staffId: _, ...unknown } = handler;
      for (const viewer of [colleague, unknown]) {
        expect(await ending(viewer)).toEqual({
          status: 'CLOSED',
          verdict: null,
          finding: null,
          reply: null,
        });
      }
    },
  );

  it('is who brings no staff id, perhaps: he does nothing as a supervisor, and learns of no row by it', async () => {
    const complaintId = await filed();
    const { exclusion } = await give('excludeFromCase', {
      caseId: ids.case,
      staffMemberId: ids.handler,
      reason: '演示',
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
      __typename: 'HandlerMayNotSupervise',
      rule: '003:39',
    });
  });
});
