import {
  aCase,
  anItem,
  answer,
  clockOf,
  commands,
  eventOf,
  friday,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { caseTimers } from './case-timers.ts';
import { clockState } from './clocks.ts';

const kinds = (state: Parameters<typeof caseTimers>[0]) =>
  caseTimers(state).map(({ kind }) => kind);
const elapse = (kind: string, at = later('12-31')) => ({ type: 'ElapseTimer', kind, at }) as const;

describe('timers of a case', () => {
  it('warn and end for every clock that runs', () => {
    expect(kinds(aCase())).toEqual(['DUE_SOON:TELL_ONCE', 'OVERDUE:TELL_ONCE']);
    expect(kinds(aCase('IN_PROCESS'))).toEqual([
      'DUE_SOON:DECISION',
      'OVERDUE:DECISION',
      'DUE_SOON:COMMITTED',
      'OVERDUE:COMMITTED',
    ]);
  });

  it('let a notice lapse, and nothing else while it waits', () => {
    expect(kinds(aCase('SUPPLEMENT_REQUIRED'))).toEqual(['LAPSE']);
  });

  it.each(['RETURNED', 'LAPSED', 'WITHDRAWN', 'ISSUED', 'COMPLETED', 'ARCHIVED'] as const)(
    'a case that is %s has none',
    (status) => {
      expect(kinds(aCase(status))).toEqual([]);
    },
  );

  it('nothing has none', () => {
    expect(kinds(lifecycle.initial)).toEqual([]);
  });

  it('warn once, the working day before the last', () => {
    const state = aCase('IN_PROCESS');
    const event = eventOf('ClockDueSoon', elapse('DUE_SOON:COMMITTED'), state);
    expect(event).toMatchObject({
      clock: 'COMMITTED',
      effectiveAt: later('09-23', '00:00'),
      dueAt: later('09-25', '00:00'),
    });
    const warned = play([elapse('DUE_SOON:COMMITTED')], state);
    expect(kinds(warned)).not.toContain('DUE_SOON:COMMITTED');
    expect(answer(elapse('DUE_SOON:COMMITTED'), warned)).toBe('NotPermittedInStatus');
  });

  it('are overdue once, at the moment the clock ended, whenever that is noticed', () => {
    const state = aCase('IN_PROCESS');
    const found = play([elapse('OVERDUE:COMMITTED')], state);
    expect(clockOf(found, 'COMMITTED').overdueSince).toBe(later('09-25', '00:00'));
    expect(found.overdue).toBe(true);
    expect(kinds(found)).toEqual(['DUE_SOON:DECISION', 'OVERDUE:DECISION']);
  });

  it('do nothing before their time', () => {
    const early = elapse('OVERDUE:COMMITTED', later('09-24', '23:59'));
    expect(answer(early, aCase('IN_PROCESS'))).toBe('NotPermittedInStatus');
  });

  it.each([
    'SUBMITTED',
    'SUPPLEMENT_REQUIRED',
    'ACCEPTED',
    'IN_PROCESS',
    'APPROVED',
    'REJECTED',
  ] as const)('of a case that is %s end when they elapse, each of them', (status) => {
    const state = aCase(status);
    for (const { kind, at } of caseTimers(state)) {
      expect(kinds(play([elapse(kind, at)], state))).not.toContain(kind);
    }
  });

  it('an immediate case is overdue when the centre closes (002:35)', () => {
    const item = anItem({ handlingMode: 'IMMEDIATE' });
    const state = play([
      { ...commands.SubmitCase, item },
      { ...commands.AcceptCase, item },
    ]);
    expect(caseTimers(state)).toContainEqual({
      kind: 'OVERDUE:COMMITTED',
      at: later('09-18', '17:00'),
    });
  });
});

describe('how a clock stands', () => {
  it('runs, is overdue, and is met late', () => {
    const running = aCase('APPROVED');
    expect(clockState(clockOf(running, 'COMMITTED'), friday)).toBe('RUNNING');
    const overdue = play([elapse('OVERDUE:COMMITTED')], running);
    expect(clockState(clockOf(overdue, 'COMMITTED'), later('12-30'))).toBe('OVERDUE');
    const issued = play([{ ...commands.IssueCertificate, at: later('12-31') }], overdue);
    expect(clockState(clockOf(issued, 'COMMITTED'), later('12-31'))).toBe('MET_LATE');
    expect(issued.overdue).toBe(false);
  });

  it('is met in time, or stopped', () => {
    expect(clockState(clockOf(aCase('ISSUED'), 'DECISION'), friday)).toBe('MET');
    expect(clockState(clockOf(aCase('WITHDRAWN'), 'TELL_ONCE'), friday)).toBe('STOPPED');
  });

  it('stays overdue where nothing is due any more: what was missed is not hidden', () => {
    const missed = play([elapse('OVERDUE:TELL_ONCE')], aCase());
    expect(missed).toMatchObject({ status: 'ACCEPTED', acceptance: { deemed: true } });
    expect(clockState(clockOf(missed, 'TELL_ONCE'), later('12-31'))).toBe('OVERDUE');
    const late = play([elapse('OVERDUE:COMMITTED')], aCase('IN_PROCESS'));
    const withdrawn = play([{ ...commands.WithdrawCase, at: later('12-31') }], late);
    expect(clockState(clockOf(withdrawn, 'COMMITTED'), later('12-31'))).toBe('OVERDUE');
    expect(clockState(clockOf(withdrawn, 'DECISION'), later('12-31'))).toBe('STOPPED');
    // Nothing is to be done about it any more.
    expect(withdrawn.overdue).toBe(false);
  });
});
