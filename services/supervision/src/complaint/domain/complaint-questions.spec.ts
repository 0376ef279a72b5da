import { given, stateAfter } from '@onewindow/testing';
import { calendar, complaints, friday, ids, later } from '../../../test/a-matter.ts';
import type { ComplaintEvent } from './complaint-events.ts';
import type { ComplaintState } from './complaint.ts';
import { REPLY_PERIODS, replyDeadline } from './reply-deadline.ts';

const at = later('09-19');
const by = ids.supervisor;
const supervising = { at, by, concerned: [ids.handler] };
const investigator = ids.investigator;
const filed: ComplaintEvent = {
  type: 'ComplaintFiled',
  at: friday,
  channel: 'WEB',
  case: ids.case,
  target: ids.handler,
  region: ids.region,
  centre: ids.centre,
  department: ids.department,
  digest: 'digest',
  deadline: replyDeadline(calendar, friday, REPLY_PERIODS.WEB),
};
const accepted: ComplaintEvent = { type: 'ComplaintAccepted', at, by };
const assigned: ComplaintEvent = { type: 'InvestigatorAssigned', at, by, investigator };
const handled: ComplaintEvent = {
  type: 'ComplaintHandled',
  at,
  by: investigator,
  verdict: 'FOUNDED',
  result: '批评教育',
};
const asked: ComplaintEvent = {
  type: 'QuestionsPut',
  at,
  by,
  text: '当日窗口是否有人?',
  department: ids.department,
};
const question = { type: 'PutQuestions', ...supervising, text: '当日窗口是否有人?' } as const;
const answer = {
  type: 'AnswerQuestions',
  at,
  by: ids.handler,
  text: ' 当日有两人在岗。 ',
} as const;
const answered: ComplaintEvent = {
  type: 'QuestionsAnswered',
  at,
  by: ids.handler,
  text: '当日有两人在岗。',
};

describe('questions to the target and the department', () => {
  it('have words, and are kept with the department that is asked', () => {
    const state = stateAfter(complaints, 'ACCEPTED', [filed, accepted]);
    expect(complaints.decide({ ...question, text: ' ' }, state)).toMatchObject({
      rejection: { code: 'WordsRequired', field: 'text' },
    });
    const put = complaints.decide(question, state);
    if (!put.accepted) throw new Error(put.rejection.code);
    expect(put.events.reduce<ComplaintState>(complaints.evolve, state)).toMatchObject({
      status: 'ACCEPTED',
      asked: [ids.department, ids.handler],
      hiddenFrom: null,
      questions: [{ text: question.text, by: ids.supervisor }],
    });
  });

  it('need somebody who can be asked', () => {
    const nobody = { ...filed, target: null, department: null };
    const state = stateAfter(complaints, 'ACCEPTED', [nobody, accepted]);
    expect(complaints.decide(question, state)).toMatchObject({
      rejection: { code: 'NobodyToAsk' },
    });
  });
});

describe('the answer of who is asked', () => {
  const untilAsked = [filed, accepted, asked];
  const state = (...more: readonly ComplaintEvent[]) =>
    stateAfter(complaints, 'ACCEPTED', [...untilAsked, ...more]);

  it('belongs to the newest questions, of each who is asked his own', () => {
    given(complaints, ...untilAsked)
      .when(answer)
      .then(answered);
    given(complaints, ...untilAsked, answered)
      .when({ ...answer, by: 'a colleague' })
      .then({ ...answered, by: 'a colleague' });
    const [first, second] = state(answered, asked, { ...answered, by: 'a colleague' }).questions;
    expect(first?.answers.map(({ by: answerer }) => answerer)).toEqual([ids.handler]);
    expect(second?.answers.map(({ by: answerer }) => answerer)).toEqual(['a colleague']);
  });

  it('is given once, and again when questions are put again', () => {
    given(complaints, ...untilAsked, answered)
      .when(answer)
      .refuses({ code: 'AlreadyAnswered' });
    given(complaints, ...untilAsked, answered, asked)
      .when(answer)
      .then(answered);
  });

  it('has words', () => {
    given(complaints, ...untilAsked)
      .when({ ...answer, text: ' ' })
      .refuses({ code: 'WordsRequired', field: 'text' });
  });

  it('comes after a question and before something is found', () => {
    given(complaints, filed, accepted)
      .when(answer)
      .refuses({ code: 'NotPermittedInStatus', command: 'AnswerQuestions', status: 'ACCEPTED' });
    given(complaints, ...untilAsked, assigned, handled)
      .when(answer)
      .refuses({ code: 'NotPermittedInStatus', command: 'AnswerQuestions', status: 'HANDLED' });
  });
});
