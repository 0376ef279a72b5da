import {
  aCase,
  anItem,
  commands,
  eventOf,
  ids,
  later,
  lifecycle,
  play,
  report,
  rules,
} from '../../test/a-case.ts';
import type { CaseCommand } from './domain/case-commands.ts';
import type { CaseState, FiledCase } from './domain/case.ts';
import { caseSnapshotOf } from './case-snapshot.ts';
import { caseKind } from './case.kind.ts';

const id = '0192a000-0000-7000-8000-0000000000ff';
const { publish } = caseKind.with(rules).type;
const snapshotOf = (state: FiledCase) => caseSnapshotOf({ ...state, id, version: 1 });
const elapse = (kind: string) => ({ type: 'ElapseTimer', kind, at: later('12-31') }) as const;
const denying = { ...commands.DecideCase, outcome: 'REJECTED', report } as const;

const overturn: CaseCommand = {
  type: 'RecordOverturning',
  at: later('09-22'),
  overturning: { report: id, by: ids.superior, at: later('09-21') },
  reopens: true,
};
const item = anItem({ handlingMode: 'REFERRED_UP' });
const referred = play([
  { ...commands.SubmitCase, item },
  { ...commands.AcceptCase, item },
]);
const written = { authority: '示例市局', opinion: '拟同意。' };
const referral = { ...commands.BeginStep, kind: 'REFERRAL', ...written } as const;
const asked = play([commands.AskFor], aCase('IN_PROCESS'));
const extending = play([{ ...commands.AskFor, kind: 'EXTENSION' }], aCase('IN_PROCESS'));
const suspended = play([commands.SuspendCase], aCase('IN_PROCESS'));
const incomplete = play([{ ...commands.SubmitCase, materials: ['m1'] }]);
const supplemented = play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED'));

/** The contracts of a command's entries, each held against its schema. */
function published(command: CaseCommand, before: CaseState) {
  const decision = lifecycle.decide(command, before);
  if (!decision.accepted) throw new Error(decision.rejection.code);
  let state = before;
  return decision.events.map((event) => {
    state = lifecycle.evolve(state, event);
    const made = publish({ event }, state, id);
    if (made) expect(made.contract.schema.parse(made.data)).toEqual(made.data);
    return made?.contract.type.replace('onewindow.cases.', '');
  });
}

describe('what others learn', () => {
  it.each([
    [commands.SubmitCase, lifecycle.initial, ['case.submitted.v1']],
    [commands.RequestSupplement, incomplete, ['case.supplement-required.v1']],
    [commands.SubmitSupplement, aCase('SUPPLEMENT_REQUIRED'), ['case.supplemented.v1']],
    [commands.AcceptCase, aCase('SUBMITTED'), ['case.accepted.v1', 'case.dispatched.v1']],
    [commands.ReturnCase, aCase('SUBMITTED'), ['case.returned.v1']],
    [commands.DecideCase, aCase('IN_PROCESS'), ['case.approved.v1']],
    [denying, aCase('IN_PROCESS'), ['case.rejected.v1']],
    [commands.IssueCertificate, aCase('APPROVED'), ['case.certificate-issued.v1']],
    [commands.CompleteCase, aCase('ISSUED'), ['case.completed.v1']],
    [commands.WithdrawCase, aCase('ACCEPTED'), ['case.withdrawn.v1']],
    [elapse('LAPSE'), aCase('SUPPLEMENT_REQUIRED'), ['case.lapsed.v1']],
    [elapse('DUE_SOON:DECISION'), aCase('IN_PROCESS'), ['case.due-soon.v1']],
    [elapse('OVERDUE:TELL_ONCE'), aCase('SUBMITTED'), ['case.overdue.v1', 'case.accepted.v1']],
    [commands.SuspendCase, aCase('IN_PROCESS'), ['case.suspended.v1']],
    [commands.ResumeCase, suspended, ['case.resumed.v1']],
    [commands.RequestSupplement, supplemented, ['case.second-notice-attempted.v1']],
    [commands.SetUrgent, aCase('IN_PROCESS'), ['case.urgent.v1']],
    [commands.LiftUrgent, play([commands.SetUrgent], aCase()), ['case.urgency-lifted.v1']],
    [commands.ReclassifyCase, aCase('IN_PROCESS'), ['case.reclassified.v1']],
    [commands.AskFor, aCase('IN_PROCESS'), ['case.extra-visit-requested.v1']],
    [commands.AnswerRequest, asked, ['case.extra-visit-approved.v1']],
    [commands.AnswerRequest, extending, ['case.extended.v1']],
    [
      commands.IssueCertificate,
      { ...aCase('APPROVED'), visits: 2 },
      ['case.certificate-issued.v1', 'case.visit-limit-exceeded.v1'],
    ],
    [commands.BeginStep, aCase('IN_PROCESS'), ['case.step-began.v1']],
    [commands.ProlongStep, suspended, ['case.step-prolonged.v1']],
    [commands.EndStep, suspended, ['case.step-ended.v1']],
    [elapse('OVERDUE:TOLD:1'), suspended, ['case.clock-passed.v1']],
    [referral, referred, ['case.referred-up.v1']],
    [commands.RecordUpperDecision, play([referral], referred), ['case.decided-above.v1']],
    [overturn, play([denying], aCase('IN_PROCESS')), ['case.denial-overturned.v1']],
  ] as const)('$type is told under its contract', (command, state, types) => {
    expect(published(command, state)).toEqual(types);
  });

  it('is never what somebody wrote, and nothing of the applicant', () => {
    const rejected = play([denying], aCase('IN_PROCESS'));
    const text = JSON.stringify(snapshotOf(rejected));
    expect(text).not.toContain(report.reasons);
    expect(text).not.toContain('digest');
    // But for what proves to supervision that the case is somebody's: without the key it says nothing.
    expect(text.split('hash')).toHaveLength(2);
    expect(text).toContain('"proofs":{"queryCode":"hash"}');
  });

  it('is what is to be brought, and not what was written of it', () => {
    const defects = [{ material: 'm1', reason: '身份证复印件模糊' }];
    const command = { ...commands.RequestSupplement, defects };
    const event = eventOf('SupplementRequested', command, incomplete);
    const data = publish({ event }, play([command], incomplete), id)?.data;
    expect(data).toMatchObject({ happened: { missing: ['申请书', '场地证明'] } });
    expect(JSON.stringify(data)).not.toContain('模糊');
  });

  it('are the clocks that run, and no others', () => {
    expect(snapshotOf(aCase('IN_PROCESS')).deadlines.map(({ clock }) => clock)).toEqual([
      'DECISION',
      'COMMITTED',
    ]);
    expect(snapshotOf(aCase('COMPLETED')).deadlines).toEqual([]);
  });

  it('is where the clocks end while a special procedure lasts, and where once it took less than was told', () => {
    const ends = (state: FiledCase) => snapshotOf(state).deadlines.map(({ dueAt }) => dueAt);
    const before = ends(aCase('IN_PROCESS'));
    const resumed = play([{ ...commands.ResumeCase, at: later('09-23') }], suspended);
    expect(ends(suspended)).not.toContain(null);
    for (const [index, end] of ends(resumed).entries()) {
      expect(String(end) > String(before[index])).toBe(true);
      expect(String(end) < String(ends(suspended)[index])).toBe(true);
    }
  });

  it('is who tried to give a second notice, and what for (002:33)', () => {
    const again = { ...commands.RequestSupplement, materials: ['m4'] };
    const event = eventOf('SecondNoticeRefused', again, supplemented);
    expect(publish({ event }, supplemented, id)?.data).toMatchObject({
      happened: { attemptedBy: ids.officer, newMaterials: ['委托书'] },
      snapshot: { status: supplemented.status },
    });
  });

  it.each([
    [{ ...commands.ReturnCase }, aCase('SUBMITTED')],
    [denying, aCase('IN_PROCESS')],
  ] as const)(
    'names who reported a denial by $type to whom, and no word of it (X12)',
    (command, state) => {
      const decision = lifecycle.decide(command, state);
      const [event] = decision.accepted ? decision.events : [];
      if (!event) throw new Error('It was refused.');
      const made = publish({ event }, play([command], state), id);
      expect(made?.data).toMatchObject({
        happened: { reporter: ids.officer, superior: ids.superior, rule: report.rule },
      });
      expect(JSON.stringify(made?.data)).not.toContain(report.reasons);
    },
  );

  it('names who decided, as long as the case is known', () => {
    expect(snapshotOf(aCase('IN_PROCESS')).decidedBy).toBeNull();
    expect(snapshotOf(aCase('COMPLETED')).decidedBy).toBe(ids.officer);
  });

  it('names seal and decider of a decision, for windows to record the use of the seal (X14)', () => {
    const decision = lifecycle.decide(commands.DecideCase, aCase('IN_PROCESS'));
    const [event] = decision.accepted ? decision.events : [];
    if (!event) throw new Error('It was refused.');
    expect(publish({ event }, aCase('APPROVED'), id)?.data).toMatchObject({
      happened: { seal: ids.seal, decidedBy: ids.officer },
    });
  });
});
