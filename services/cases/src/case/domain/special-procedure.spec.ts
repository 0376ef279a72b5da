import {
  aCase,
  anItem,
  anOfficer,
  answer,
  calendar,
  clockOf,
  commands,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { caseTimers } from './case-timers.ts';
import { clockState } from './clocks.ts';
import { countedAgain } from './counted-again.ts';

const inProcess = aCase('IN_PROCESS');
const suspended = play([{ ...commands.SuspendCase, at: later('09-21') }], inProcess);
const resumed = play([{ ...commands.ResumeCase, at: later('10-12') }], suspended);

describe('special procedures (行政许可法 45)', () => {
  it('let a clock stand while they last, through the days that were told', () => {
    const [decision, promise] = [clockOf(suspended, 'DECISION'), clockOf(suspended, 'COMMITTED')];
    // Told on 21 September: ten working days, through 12 October. Then four days of the promise are left.
    expect(clockState(decision, later('10-12', '23:59'))).toBe('SUSPENDED');
    expect(clockState(decision, later('10-13', '00:00'))).toBe('RUNNING');
    expect(promise.deadline.dueAt).toBe(later('10-17', '00:00'));
    // So it is on the list of what is urgent, and its timer runs.
    expect(suspended.dueAt).toBe(later('10-17', '00:00'));
    expect(caseTimers(suspended)).toContainEqual({
      kind: 'OVERDUE:COMMITTED',
      at: later('10-17', '00:00'),
    });
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
    expect(clockState(clockOf(resumed, 'COMMITTED'), later('10-13'))).toBe('RUNNING');
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
    expect(clockState(clockOf(late, 'COMMITTED'), at)).toBe('OVERDUE');
    expect(late.overdue).toBe(true);
  });

  it.each(['SuspendCase', 'ResumeCase'] as const)('%s needs an authorised handler', (type) => {
    const command = { ...commands[type], officer: anOfficer({ letters: [] }) };
    expect(answer(command, suspended)).toBe('NotAuthorizedForItem');
  });

  const tested = ([toldDays, until]: readonly [number, string]) => {
    const item = anItem({ committedLimit: { value: 10, unit: 'WORKING_DAYS' } });
    const at = later('09-28');
    const procedure = 'TEST';
    return play([
      { ...commands.SubmitCase, item },
      { ...commands.AcceptCase, item },
      { ...commands.SuspendCase, at, procedure, toldDays },
      { ...commands.ResumeCase, at: later(until) },
    ]);
  };
  it.each([
    // The golden G3 and G4 of the design: ten days from 18 September, a test from the 28th.
    ['as long as they take, when they take no longer than was told', [10, '10-09'], '10-15'],
    ['as long as was told, however long they take', [3, '10-15'], '10-15'],
    ['as long as was told, for months', [3, '12-31'], '10-15'],
    ['not at all beyond one told day', [1, '10-15'], '10-13'],
  ] as const)('are not counted %s', (_, test, end) => {
    const { deadline } = clockOf(tested(test), 'COMMITTED');
    expect(deadline.dueAt).toBe(later(end, '00:00'));
  });

  it('move the promise no further than the law, whichever of both it was nearer to (G16)', () => {
    const item = anItem({
      statutoryLimit: { value: 30, unit: 'CALENDAR_DAYS' },
      committedLimit: { value: 20, unit: 'WORKING_DAYS' },
    });
    const accepted = later('08-03');
    const state = play([
      { ...commands.SubmitCase, item, at: accepted },
      { ...commands.AcceptCase, item, at: accepted },
    ]);
    const ends = (found: typeof state) =>
      (['DECISION', 'COMMITTED'] as const).map((name) => clockOf(found, name).deadline.dueAt);
    expect(ends(state)).toEqual([later('09-03', '00:00'), later('09-01', '00:00')]);
    const test = { procedure: 'TEST', toldDays: 60 } as const;
    const after = play(
      [
        { ...commands.SuspendCase, ...test, at: later('08-10') },
        { ...commands.ResumeCase, at: later('09-14') },
      ],
      state,
    );
    expect(ends(after)).toEqual([later('10-08', '00:00'), later('10-08', '00:00')]);
    // A second one is counted from both limits anew, not from where the first one left the promise.
    const again = play(
      [
        { ...commands.SuspendCase, ...test, at: later('09-15') },
        { ...commands.ResumeCase, at: later('09-16') },
      ],
      after,
    );
    const [law, promise] = ends(again);
    expect(law).toBe(later('10-09', '00:00'));
    expect(promise).toBe(later('10-09', '00:00'));
  });
});
