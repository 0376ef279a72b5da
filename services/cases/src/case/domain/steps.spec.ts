import {
  aCase,
  aLetter,
  anItem,
  anOfficer,
  answer,
  clockOf,
  commands,
  later,
  lifecycle,
  play,
  rules,
} from '../../../test/a-case.ts';
import type { CaseCommand } from './case-commands.ts';
import { createCaseLifecycle } from './case-lifecycle.ts';
import { caseTimers } from './case-timers.ts';
import type { CaseState } from './case.ts';

const inProcess = aCase('IN_PROCESS');
const begin = { ...commands.BeginStep, at: later('09-21') };
const end = { ...commands.EndStep, at: later('09-23') };
const because = (command: CaseCommand, state: CaseState) => {
  const decision = lifecycle.decide(command, state);
  return decision.accepted ? 'accepted' : { ...decision.rejection };
};
const notPossible = (why: string) => ({ code: 'StepNotPossible', because: why });
const colleague = anOfficer({
  id: '0192a000-0000-7000-8000-0000000000c1',
  letters: [aLetter({ delegate: '0192a000-0000-7000-8000-0000000000c1', powers: ['HANDLE'] })],
});
const withProcedures = (...kinds: readonly string[]) => {
  const item = anItem({ specialProcedures: kinds.map((kind) => ({ kind, limit: null })) });
  return play([
    { ...commands.SubmitCase, item },
    { ...commands.AcceptCase, item },
  ]);
};

describe('steps (环节)', () => {
  it('begin and end with their record, and are kept in order (002:163)', () => {
    const state = play([begin, { ...begin, kind: 'FEE' }, end], inProcess);
    expect(state.steps).toMatchObject([
      {
        ...{ number: 1, kind: 'REVIEW', begunBy: begin.officer.id, from: begin.at },
        ...{ until: end.at, endedBy: end.officer.id, record: end.record },
      },
      { number: 2, kind: 'FEE', until: null, record: null },
    ]);
  });

  it('is a survey with its report where the item has one (S71)', () => {
    const state = withProcedures('SITE_SURVEY');
    const survey = { ...begin, kind: 'SURVEY' } as const;
    expect(play([survey, end], state).steps).toMatchObject([
      { kind: 'SURVEY', record: end.record },
    ]);
    expect(because({ ...end, record: ' ' }, play([survey], state))).toEqual(
      notPossible('NoRecord'),
    );
  });

  it('is nothing that the item does not have (S71)', () => {
    const state = withProcedures('HEARING');
    expect(because({ ...begin, kind: 'SURVEY' }, state)).toEqual(notPossible('NotOfItem'));
    const test = { ...begin, kind: 'TEST', toldDays: 5 } as const;
    expect(because(test, state)).toEqual(notPossible('NotOfItem'));
    expect(answer({ ...test, kind: 'HEARING' }, state)).toEqual(['StepBegun']);
  });

  it('of one kind come one after the other, and end once', () => {
    const open = play([begin], inProcess);
    expect(because(begin, open)).toEqual(notPossible('AlreadyOpen'));
    expect(because(end, play([end], open))).toEqual(notPossible('NotOpen'));
  });

  it('are ended by who began them, or has the case in hand', () => {
    const open = play([{ ...begin, officer: colleague }], inProcess);
    expect(answer({ ...end, officer: colleague }, open)).toEqual(['StepEnded']);
    expect(answer(end, open)).toEqual(['StepEnded']);
    const ofHandler = play([begin], inProcess);
    expect(because({ ...end, officer: colleague }, ofHandler)).toEqual(notPossible('OfAnother'));
  });

  it.each(['BeginStep', 'ProlongStep', 'EndStep'] as const)('%s needs a letter', (type) => {
    const command = { ...commands[type], officer: anOfficer({ letters: [] }) };
    expect(answer(command, play([begin], inProcess))).toBe('NotAuthorizedForItem');
  });

  it('have a limit of their own, of which one is told when it is over (STEP)', () => {
    const state = play([{ ...begin, toldDays: 2 }], inProcess);
    const { deadline, step } = clockOf(state, 'STEP');
    expect({ dueAt: deadline.dueAt, step }).toEqual({ dueAt: later('09-24', '00:00'), step: 1 });
    expect(caseTimers(state)).toContainEqual({ kind: 'OVERDUE:STEP:1', at: deadline.dueAt });
    const late = play([{ type: 'ElapseTimer', kind: 'OVERDUE:STEP:1', at: later('09-24') }], state);
    expect(late.overdue).toBe(true);
    expect(clockOf(late, 'STEP').overdueSince).toBe(deadline.dueAt);
    expect(clockOf(play([end], state), 'STEP').ended).toEqual({ at: end.at, how: 'MET' });
    expect(answer({ type: 'ElapseTimer', kind: 'OVERDUE:STEP:2', at: later('09-24') }, state)).toBe(
      'NotPermittedInStatus',
    );
  });

  it('end before the case is completed (S65), and the dossier is back before anything is issued', () => {
    const open = play([begin], aCase('IN_PROCESS'));
    const decided = play([commands.DecideCase], open);
    expect(answer(commands.IssueCertificate, decided)).toEqual(['CertificateIssued']);
    const issued = play([commands.IssueCertificate], decided);
    expect(because(commands.CompleteCase, issued)).toEqual({
      ...{ code: 'StepStillOpen', kind: 'REVIEW' },
    });
    const ended = play([end, commands.IssueCertificate], decided);
    expect(answer(commands.CompleteCase, ended)).toEqual(['CaseCompleted']);
  });
});

describe('what is not counted (行政许可法 45)', () => {
  const test = { ...begin, kind: 'TEST', toldDays: 3 } as const;

  it('is told in writing with the days that it takes', () => {
    expect(because({ ...test, toldDays: null }, inProcess)).toEqual(notPossible('DaysNotTold'));
    const state = play([test], inProcess);
    expect(state.specialTimes).toEqual([
      { procedure: 'TEST', toldDays: 3, from: test.at, until: null },
    ]);
    expect(clockOf(state, 'COMMITTED').deadline.dueAt).toBe(later('10-09', '00:00'));
    expect(answer(commands.DecideCase, state)).toBe('CasePaused');
  });

  it('is the same as a suspension, which ends it too', () => {
    const suspend = {
      ...commands.SuspendCase,
      at: test.at,
      procedure: 'TEST',
      toldDays: 3,
    } as const;
    const suspended = play([suspend], inProcess);
    const begun = play([test], inProcess);
    expect(suspended.steps).toEqual(begun.steps);
    expect(suspended.clocks).toEqual(begun.clocks);
    const resumed = play([{ ...commands.ResumeCase, at: end.at }], begun);
    expect(resumed.clocks).toEqual(play([end], begun).clocks);
  });

  it('goes on being counted when the told days are over: of that one is told, and nobody is late (TOLD)', () => {
    const state = play([test], inProcess);
    const told = clockOf(state, 'TOLD').deadline.dueAt;
    expect(told).toBe(later('09-25', '00:00'));
    // It is no end by which the office owes something.
    expect(state.dueAt).toBe(later('10-09', '00:00'));
    const passed = { type: 'ElapseTimer', kind: 'OVERDUE:TOLD:1', at: later('09-25') } as const;
    expect(answer(passed, state)).toEqual(['ClockPassed']);
    const after = play([passed], state);
    expect(after.overdue).toBe(false);
    expect(clockOf(after, 'TOLD').ended).toEqual({ at: told, how: 'STOPPED' });
    expect(clockOf(after, 'COMMITTED').deadline.dueAt).toBe(later('10-09', '00:00'));
  });

  it('takes longer where that is told in time, and not afterwards', () => {
    const state = play([test], inProcess);
    const longer = { ...commands.ProlongStep, toldDays: 5, at: later('09-24') };
    const prolonged = play([longer], state);
    expect(clockOf(prolonged, 'TOLD').deadline.dueAt).toBe(later('09-30', '00:00'));
    expect(clockOf(prolonged, 'COMMITTED').deadline.dueAt).toBe(later('10-11', '00:00'));
    expect(because({ ...longer, at: later('09-25') }, state)).toEqual(notPossible('DaysOver'));
    expect(because({ ...longer, toldDays: 3 }, state)).toEqual(notPossible('NotLonger'));
  });

  it('counts once where two overlap (G5)', () => {
    const item = anItem({ committedLimit: { value: 20, unit: 'WORKING_DAYS' } });
    const at = later('09-30');
    const hearing = { ...begin, kind: 'HEARING', toldDays: 20 } as const;
    const appraisal = { ...hearing, kind: 'APPRAISAL' } as const;
    const state = play([
      { ...commands.SubmitCase, item, at },
      { ...commands.AcceptCase, item, at },
      { ...hearing, at: later('10-12') },
      { ...appraisal, at: later('10-16') },
      { ...end, step: 1, at: later('10-20') },
      { ...end, step: 2, at: later('10-26') },
    ]);
    expect(clockOf(state, 'COMMITTED').deadline.dueAt).toBe(later('11-18', '00:00'));
    expect(clockOf(state, 'DECISION').deadline.dueAt).toBe(later('11-18', '00:00'));
  });
});

describe('the dossier at the department (002:37)', () => {
  const unauthorised = anOfficer({ letters: [aLetter({ powers: ['HANDLE'] })] });
  const out = { ...begin, kind: 'DEPARTMENT', officer: unauthorised } as const;

  it('has the same end, and is back before the certificate is handed over (S64)', () => {
    const state = play([out], inProcess);
    expect(clockOf(state, 'COMMITTED')).toEqual(clockOf(inProcess, 'COMMITTED'));
    const decided = play([commands.DecideCase], state);
    expect(because(commands.IssueCertificate, decided)).toEqual({
      ...{ code: 'StepStillOpen', kind: 'DEPARTMENT' },
    });
    const back = play([end], decided);
    expect(answer(commands.IssueCertificate, back)).toEqual(['CertificateIssued']);
  });

  it('is not where several departments handle it (S64)', () => {
    const item = anItem({ handlingMode: 'JOINT' });
    const joint = play([
      { ...commands.SubmitCase, item },
      { ...commands.AcceptCase, item },
    ]);
    expect(because(out, joint)).toEqual(notPossible('ManyDepartments'));
  });

  it('is not where the window may decide, nor where the centre keeps everything inside (A16)', () => {
    expect(because({ ...out, officer: begin.officer }, inProcess)).toEqual(
      notPossible('AuthorizedToDecide'),
    );
    const strict = createCaseLifecycle({ ...rules, keepsDossiersInside: true });
    expect(strict.decide(out, inProcess)).toMatchObject({
      rejection: notPossible('KeptInside'),
    });
  });
});

describe('a meeting (002:33)', () => {
  const meeting = { ...begin, kind: 'MEETING' } as const;
  const changes = '补充消防设计图。';

  it('tells all that is to be changed once, in writing (S70)', () => {
    const told = play([meeting, { ...end, changes }], inProcess);
    expect(told.steps).toMatchObject([{ kind: 'MEETING', changes }]);
    const again = play([{ ...meeting, at: later('09-24') }], told);
    const second = { ...end, step: 2, at: later('09-25') };
    expect(because({ ...second, changes: '再补充一份。' }, again)).toEqual(
      notPossible('ChangesTold'),
    );
    expect(answer(second, again)).toEqual(['StepEnded']);
  });

  it('is the only step that demands a change', () => {
    expect(because({ ...end, changes }, play([begin], inProcess))).toEqual(
      notPossible('NoMeeting'),
    );
  });
});

describe('a referral to the authority above (002:164)', () => {
  const item = anItem({ handlingMode: 'REFERRED_UP' });
  const at = later('06-12');
  const referred = play([
    { ...commands.SubmitCase, item, at },
    { ...commands.AcceptCase, item, at },
  ]);
  const written = { authority: '示例市局', opinion: '材料齐全,拟同意。' };
  const send = { ...begin, kind: 'REFERRAL', ...written, at: later('06-17') } as const;
  const decide = { ...commands.RecordUpperDecision, at: later('08-03') };

  it('meets the clocks of the centre when it is sent (S68, G18)', () => {
    expect(clockOf(referred, 'COMMITTED').deadline.dueAt).toBe(later('06-23', '00:00'));
    const sent = play([send], referred);
    for (const name of ['DECISION', 'COMMITTED'])
      expect(clockOf(sent, name).ended).toEqual({ at: send.at, how: 'MET' });
    expect(sent.dueAt).toBeNull();
    expect(sent.steps).toMatchObject([{ kind: 'REFERRAL', ...written }]);
  });

  it('needs an opinion, and an item that is decided above (S68)', () => {
    expect(because({ ...send, opinion: null }, referred)).toEqual(notPossible('NoOpinion'));
    expect(because(send, inProcess)).toEqual(notPossible('NotReferred'));
  });

  it('is decided above, and told so and not otherwise', () => {
    const sent = play([send], referred);
    const holds = (decided: string | null) => ({ code: 'UpperDecisionHolds', decided });
    const approve = { ...commands.DecideCase, at: later('08-04') };
    expect(because(approve, sent)).toEqual(holds(null));
    expect(because({ ...end, at: later('08-03') }, sent)).toEqual(notPossible('AwaitedFromAbove'));
    expect(because(approve, play([{ ...decide, outcome: 'REJECTED' }], sent))).toEqual(
      holds('REJECTED'),
    );
    const decided = play([decide], sent);
    expect(decided.steps).toMatchObject([{ upper: 'APPROVED', record: decide.record }]);
    expect(answer(approve, decided)).toEqual(['CaseDecided']);
    expect(because(decide, decided)).toEqual(notPossible('NotSent'));
  });
});
