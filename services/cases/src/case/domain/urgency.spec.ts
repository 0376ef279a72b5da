import {
  aCase,
  anOfficer,
  answer,
  clockOf,
  commands,
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
const inProcess = aCase('IN_PROCESS');
const overdueCase = play(
  [{ type: 'ElapseTimer', kind: 'OVERDUE:COMMITTED', at: later('12-31') }],
  inProcess,
);

describe('an urgent case (002:35)', () => {
  const { SetUrgent: set, LiftUrgent: lift } = commands;
  const notPossible = (because: string) => ({ code: 'UrgencyNotPossible', because });
  const urgent = play([set], inProcess);

  it('is first on the list, by an end that the centre has set (S58)', () => {
    expect(clockOf(urgent, 'URGENT').deadline.dueAt).toBe(later('09-22', '00:00'));
    expect(urgent.dueAt).toBe(later('09-22', '00:00'));
    expect(urgent.urgency).toMatchObject({ grounds: ['PRESSING_TIME'], reason: set.reason });
    const late = { type: 'ElapseTimer', kind: 'OVERDUE:URGENT', at: later('09-23') } as const;
    expect(answer(late, urgent)).toEqual(['ClockOverdue']);
  });

  it('ends no later than what binds the case already (S58)', () => {
    expect(refusal({ ...set, workingDays: 20 }, inProcess)).toEqual(notPossible('EndsLater'));
    expect(refusal({ ...set, grounds: [] }, inProcess)).toEqual(notPossible('NoGround'));
    expect(refusal({ ...set, reason: ' ' }, inProcess)).toEqual(notPossible('NoReason'));
    expect(refusal(set, urgent)).toEqual(notPossible('UrgentBefore'));
  });

  it('is an ordinary one again when that is lifted', () => {
    const lifted = play([lift], urgent);
    expect(lifted.urgency).toBeNull();
    expect(lifted.dueAt).toBe(inProcess.dueAt);
    expect(refusal(lift, lifted)).toEqual(notPossible('NotUrgent'));
    expect(refusal({ ...lift, reason: ' ' }, urgent)).toEqual(notPossible('NoReason'));
  });
});

describe('another of the six kinds (002:35)', () => {
  const { ReclassifyCase: reclassify } = commands;
  const notPossible = (because: string) => ({ code: 'ReclassificationNotPossible', because });

  it('is kept with from what to what it was taken, by whom and why (S52)', () => {
    const state = play([reclassify], inProcess);
    expect(state.kind).toBe('IMMEDIATE');
    const { at, officer, reason, to } = reclassify;
    expect(state.reclassifications).toEqual([
      { from: 'COMMITTED', to, reason, by: officer.id, at },
    ]);
    const back = play([{ ...reclassify, to: 'COMMITTED' }], state);
    expect(back.reclassifications).toHaveLength(2);
    expect(clockOf(back, 'COMMITTED').deadline.dueAt).toBe(
      clockOf(inProcess, 'COMMITTED').deadline.dueAt,
    );
    expect(String(clockOf(state, 'COMMITTED').deadline.dueAt) < String(back.dueAt)).toBe(true);
  });

  it('has a reason, and is no way out of what is late (S52)', () => {
    expect(refusal({ ...reclassify, reason: ' ' }, inProcess)).toEqual(notPossible('NoReason'));
    expect(refusal(reclassify, overdueCase)).toEqual(notPossible('LateAlready'));
    expect(refusal({ ...reclassify, to: 'COMMITTED' }, inProcess)).toEqual(notPossible('SameKind'));
    const supplemented = { ...aCase(), kind: 'SUPPLEMENT' as const };
    expect(refusal(reclassify, supplemented)).toEqual(notPossible('OfAnotherKind'));
  });

  it('is taken by who may accept it', () => {
    const officer = anOfficer({ letters: [] });
    expect(answer({ ...reclassify, officer }, inProcess)).toBe('NotAuthorizedForItem');
  });
});
