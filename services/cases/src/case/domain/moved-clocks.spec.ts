import { createCalendar, nationalCalendar, type Calendar } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import { clockOf, commands, friday, later, rules as ofSpecs } from '../../../test/a-case.ts';
import { createCaseLifecycle } from './case-lifecycle.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseState, FiledCase } from './case.ts';

const withHoliday = (n: number, ...days: string[]): Calendar =>
  createCalendar({
    ...{ region: { code: '511602', name: '示例区' }, version: String(n) },
    ...{ regionalHolidays: [{ name: '示例节', days }], overrides: [] },
  });
/** Monday 21 September 2026 is off: nobody knew on the Friday before. */
const monday = withHoliday(2, '2026-09-21');

/** The calendar as it is known when a command comes; a change of it in between is what these specs are about. */
let calendar: Calendar = nationalCalendar;
const lifecycle = createCaseLifecycle({ ...ofSpecs, calendarOf: () => calendar });
const play = (from: CaseState, ...played: readonly CaseCommand[]): FiledCase => {
  const state = played.reduce((before, command) => {
    const decision = lifecycle.decide(command, before);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce(lifecycle.evolve, before);
  }, from);
  if (state.status === 'ABSENT') throw new Error('Nothing was submitted.');
  return state;
};
const recount = (at: Instant): CaseCommand => ({ type: 'RecountClocks', at });
const eventsOf = (state: CaseState, at: Instant) => {
  const decision = lifecycle.decide(recount(at), state);
  return decision.accepted ? decision.events : [];
};

beforeEach(() => {
  calendar = nationalCalendar;
});

describe('when days count differently', () => {
  it('a clock that runs has another end, and it is told which it had (cases.md 3, 5)', () => {
    const submitted = play(lifecycle.initial, commands.SubmitCase);
    expect(clockOf(submitted, 'TELL_ONCE').deadline.dueAt).toBe(later('09-25', '00:00'));
    calendar = monday;
    expect(eventsOf(submitted, later('09-19'))).toMatchObject([
      {
        type: 'ClocksMoved',
        calendarVersion: monday.version,
        moved: [
          // The 25th is Mid-Autumn: the fifth working day is the 28th now.
          { clock: 'TELL_ONCE', before: later('09-25', '00:00'), after: later('09-29', '00:00') },
        ],
      },
    ]);
    const moved = play(submitted, recount(later('09-19')));
    expect(moved.dueAt).toBe(later('09-29', '00:00'));
    expect(clockOf(moved, 'TELL_ONCE').deadline.calendarVersion).toContain('511602@2');
  });

  it('counts from its own inputs: a change that is undone gives the first end again', () => {
    const accepted = play(lifecycle.initial, commands.SubmitCase, commands.AcceptCase);
    calendar = monday;
    const moved = play(accepted, recount(later('09-19')));
    expect(moved.clocks).not.toEqual(accepted.clocks);
    calendar = withHoliday(3, '2026-12-08');
    const back = play(moved, recount(later('09-19', '11:00')));
    expect(back.clocks.map(({ deadline }) => deadline.dueAt)).toEqual(
      accepted.clocks.map(({ deadline }) => deadline.dueAt),
    );
  });

  it('writes nothing where every end stays as it is', () => {
    const submitted = play(lifecycle.initial, commands.SubmitCase);
    calendar = withHoliday(2, '2026-12-08');
    // The year is known by both calendars, so nothing else is told of the clock either.
    expect(eventsOf(submitted, later('09-19'))).toEqual([]);
  });

  it('moves no clock that has ended', () => {
    const accepted = play(lifecycle.initial, commands.SubmitCase, commands.AcceptCase);
    calendar = monday;
    const moved = play(accepted, recount(later('09-19')));
    expect(clockOf(moved, 'TELL_ONCE')).toEqual(clockOf(accepted, 'TELL_ONCE'));
  });

  it('takes a mark of being overdue back where the end lies ahead again, with a warning anew', () => {
    const promised = play(lifecycle.initial, commands.SubmitCase, commands.AcceptCase);
    const { deadline } = clockOf(promised, 'COMMITTED');
    const due = deadline.dueAt ?? friday;
    const warned = clockOf(promised, 'COMMITTED').dueSoonAt ?? friday;
    const overdue = play(
      promised,
      { type: 'ElapseTimer', kind: 'DUE_SOON:COMMITTED', at: warned },
      { type: 'ElapseTimer', kind: 'OVERDUE:COMMITTED', at: due },
    );
    expect(overdue.overdue).toBe(true);
    calendar = monday;
    const moved = play(overdue, recount(due));
    expect(moved.overdue).toBe(false);
    expect(clockOf(moved, 'COMMITTED')).toMatchObject({ overdueSince: null, dueSoonTold: false });
    // Long after the new end too, the mark stays.
    calendar = nationalCalendar;
    const late = play(overdue, recount(later('12-31')));
    expect(late.overdue).toBe(true);
  });

  it('moves the end of a notice that waits', () => {
    const incomplete = { ...commands.SubmitCase, materials: ['m1'] };
    const waiting = play(lifecycle.initial, incomplete, commands.RequestSupplement);
    calendar = monday;
    const moved = play(waiting, recount(later('09-19')));
    expect(moved.notice?.lapsesAt).not.toBe(waiting.notice?.lapsesAt);
    expect((moved.notice?.lapsesAt ?? '') > (waiting.notice?.lapsesAt ?? '')).toBe(true);
  });
});
