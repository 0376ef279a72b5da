import {
  aCase,
  anOfficer,
  answer,
  calendar,
  clockOf,
  commands,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { clockState } from './clocks.ts';
import { countedAgain } from './counted-again.ts';

const inProcess = aCase('IN_PROCESS');
const suspended = play([{ ...commands.SuspendCase, at: later('09-21') }], inProcess);
const resumed = play([{ ...commands.ResumeCase, at: later('10-12') }], suspended);

describe('special procedures (行政许可法 45)', () => {
  it('leave the end open while they last', () => {
    expect(clockOf(suspended, 'COMMITTED').deadline.dueAt).toBeNull();
    expect(clockState(clockOf(suspended, 'DECISION'))).toBe('SUSPENDED');
    expect(suspended.dueAt).toBeNull();
  });

  it('are not counted, and the ledger shows it', () => {
    const { deadline } = clockOf(resumed, 'COMMITTED');
    // Sunday 20 September is worked; 21 September to 11 October is the hearing; four days are left.
    expect(deadline.dueAt).toBe(later('10-16', '00:00'));
    const counted = countedAgain(clockOf(resumed, 'COMMITTED'), resumed.specialTimes, calendar);
    expect(counted).toMatchObject(deadline);
    const paused = counted.ledger.filter(({ reason }) => reason === 'SUSPENDED');
    expect(paused).toHaveLength(21);
    expect(paused[0]).toMatchObject({ day: '2026-09-21', name: '听证', counts: false });
  });

  it('are told in writing with the time they take', () => {
    expect(suspended.specialTimes).toMatchObject([{ procedure: 'HEARING', toldDays: 10 }]);
  });

  it('come one after the other', () => {
    expect(answer(commands.SuspendCase, suspended)).toBe('CasePaused');
    expect(answer(commands.ResumeCase, resumed)).toBe('NotPermittedInStatus');
    expect(lifecycle.decide(commands.ResumeCase, resumed)).toMatchObject({
      rejection: { because: 'NotPaused' },
    });
    expect(answer(commands.SuspendCase, resumed)).toEqual(['CaseSuspended']);
  });

  it('do not hold up what was overdue before', () => {
    const at = later('10-09');
    const overdue = { type: 'ElapseTimer', kind: 'OVERDUE:COMMITTED', at } as const;
    const late = play([overdue, { ...commands.SuspendCase, at }], inProcess);
    expect(clockState(clockOf(late, 'COMMITTED'))).toBe('OVERDUE');
    expect(late.overdue).toBe(true);
  });

  it.each(['SuspendCase', 'ResumeCase'] as const)('%s needs an authorised handler', (type) => {
    const command = { ...commands[type], officer: anOfficer({ letters: [] }) };
    expect(answer(command, suspended)).toBe('NotAuthorizedForItem');
  });
});
