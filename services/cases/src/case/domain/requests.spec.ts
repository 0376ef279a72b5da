import {
  aCase,
  anItem,
  anOfficer,
  answer,
  clockOf,
  commands,
  ids,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseState } from './case.ts';

const refusal = (command: CaseCommand, state: CaseState) => {
  const decision = lifecycle.decide(command, state);
  return decision.accepted ? 'accepted' : { ...decision.rejection };
};
const notPossible = (because: string) => ({ code: 'RequestNotPossible', because });
const inProcess = aCase('IN_PROCESS');
const ask = { ...commands.AskFor, kind: 'EXTENSION', at: later('10-09') } as const;
const grant = { ...commands.AnswerRequest, runsCentre: false, at: later('10-10') };
const asked = play([ask], inProcess);

describe('more time to decide (行政许可法 42)', () => {
  it('is ten working days, granted by the head, and moves the statutory clock alone (L4)', () => {
    const extended = play([grant], asked);
    expect(clockOf(inProcess, 'DECISION').deadline.dueAt).toBe(later('10-23', '00:00'));
    expect(clockOf(extended, 'DECISION').deadline.dueAt).toBe(later('11-06', '00:00'));
    expect(clockOf(extended, 'COMMITTED')).toEqual(clockOf(inProcess, 'COMMITTED'));
    expect(extended.requests).toMatchObject([
      { kind: 'EXTENSION', reason: ask.reason, answer: { granted: true, by: ids.superior } },
    ]);
  });

  it('is denied without moving anything, and may be asked for again', () => {
    const denied = play([{ ...grant, granted: false }], asked);
    expect(denied.clocks).toEqual(asked.clocks);
    expect(answer(ask, denied)).toEqual(['RequestMade']);
  });

  it('is granted once, and asked for before the time is over (L4)', () => {
    expect(refusal(ask, asked)).toEqual(notPossible('Open'));
    expect(refusal(ask, play([grant], asked))).toEqual(notPossible('ExtendedBefore'));
    expect(refusal({ ...ask, at: later('10-23', '00:00') }, inProcess)).toEqual(
      notPossible('TimeIsOver'),
    );
    expect(refusal({ ...grant, at: later('10-23', '00:00') }, asked)).toEqual(
      notPossible('TimeIsOver'),
    );
    expect(refusal({ ...ask, reason: ' ' }, inProcess)).toEqual(notPossible('NoReason'));
  });

  it('is answered by the head of the department, and not by who asked (L4)', () => {
    expect(refusal({ ...grant, isHead: false, runsCentre: true }, asked)).toEqual(
      notPossible('NotHead'),
    );
    expect(refusal({ ...grant, officer: anOfficer() }, asked)).toEqual(notPossible('OwnRequest'));
    expect(refusal({ ...grant, request: 2 }, asked)).toEqual(notPossible('NotOpen'));
  });

  it('is fifteen days for a joint case, by the paper of the head of the government (L5)', () => {
    const item = anItem({ handlingMode: 'JOINT' });
    const joint = play([{ ...commands.SubmitCase, item }, { ...commands.AcceptCase, item }, ask]);
    const byCentre = { ...grant, runsCentre: true, paper: '府批〔2026〕1号' };
    expect(refusal(grant, joint)).toEqual(notPossible('NotCentre'));
    expect(refusal({ ...byCentre, paper: null }, joint)).toEqual(notPossible('NoPaper'));
    const before = clockOf(joint, 'DECISION').deadline;
    const after = clockOf(play([byCentre], joint), 'DECISION').deadline;
    expect(after.period.value - before.period.value).toBe(15);
    expect(String(after.dueAt) > String(before.dueAt)).toBe(true);
  });

  it('is the same however it meets a procedure that is not counted (G6)', () => {
    const item = anItem({ committedLimit: null });
    const at = later('04-30');
    const from = play([
      { ...commands.SubmitCase, item, at },
      { ...commands.AcceptCase, item, at },
    ]);
    const appraisal = { ...commands.SuspendCase, procedure: 'APPRAISAL', toldDays: 20 } as const;
    const extend = [
      { ...ask, at: later('05-11') },
      { ...grant, at: later('05-12') },
    ] as const;
    const appraise = [
      { ...appraisal, at: later('05-18') },
      { ...commands.ResumeCase, at: later('05-25') },
    ] as const;
    const ends = (...done: readonly CaseCommand[]) =>
      clockOf(play(done, from), 'DECISION').deadline.dueAt;
    expect(ends()).toBe(later('06-02', '00:00'));
    expect(ends(...extend)).toBe(later('06-16', '00:00'));
    expect(ends(...extend, ...appraise)).toBe(later('06-24', '00:00'));
    const [asking, granting] = extend;
    const afterwards = { ...granting, at: later('05-26') };
    expect(ends(asking, ...appraise, afterwards)).toBe(later('06-24', '00:00'));
  });
});

describe('two visits (002:41)', () => {
  const visit = { ...ask, kind: 'EXTRA_VISIT' } as const;
  const approve = { ...grant, isHead: false, runsCentre: true };
  const twice = { ...inProcess, visits: 2 };

  it('are enough, and a third one has the leave of the centre (S60)', () => {
    expect(answer(commands.SummonApplicant, { ...inProcess, visits: 1 })).toEqual([
      'ApplicantSummoned',
    ]);
    const approved = play([visit, approve], twice);
    expect(answer(commands.SummonApplicant, approved)).toEqual(['ApplicantSummoned']);
    expect(approved.clocks).toEqual(twice.clocks);
  });

  it('are all that an officer calls the applicant in for without leave (S60)', () => {
    expect(refusal(commands.SummonApplicant, twice)).toEqual(notPossible('VisitsUsed'));
    const denied = play([visit, { ...approve, granted: false }], twice);
    expect(refusal(commands.SummonApplicant, denied)).toEqual(notPossible('VisitsUsed'));
    expect(refusal({ ...approve, isHead: true, runsCentre: false }, play([visit], twice))).toEqual(
      notPossible('NotCentre'),
    );
  });

  it('without leave are no reason to send the applicant away: it is told (X44)', () => {
    const approved = { ...aCase('APPROVED'), visits: 2 };
    expect(answer(commands.IssueCertificate, approved)).toEqual([
      'CertificateIssued',
      'VisitLimitExceeded',
    ]);
    const sent = { ...commands.IssueCertificate, inPerson: false };
    expect(answer(sent, approved)).toEqual(['CertificateIssued']);
    expect(answer(commands.IssueCertificate, { ...approved, visits: 1 })).toEqual([
      'CertificateIssued',
    ]);
  });
});

it.each(['AskFor', 'SummonApplicant'] as const)('%s needs a letter', (type) => {
  const command = { ...commands[type], officer: anOfficer({ letters: [] }) };
  expect(answer(command, inProcess)).toBe('NotAuthorizedForItem');
});
