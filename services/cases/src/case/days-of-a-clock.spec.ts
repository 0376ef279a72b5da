import type { Calendar } from '@onewindow/calendar';
import { createLoader } from '@onewindow/subgraph';
import { calendar, commands, later, lifecycle } from '../../test/a-case.ts';
import { clocksOf, withDays } from './days-of-a-clock.ts';
import type { CaseEvent } from './domain/case-events.ts';
import type { CaseState } from './domain/case.ts';

/** A case from its submission to a hearing that is over, with all that happened to it. */
function handled() {
  const events: CaseEvent[] = [];
  let state: CaseState = lifecycle.initial;
  const { SubmitCase, AcceptCase, SuspendCase, ResumeCase } = commands;
  const steps = [
    SubmitCase,
    AcceptCase,
    { ...SuspendCase, at: later('09-21') },
    { ...ResumeCase, at: later('10-12') },
  ];
  for (const step of steps) {
    const decision = lifecycle.decide(step, state);
    if (!decision.accepted) throw new Error(JSON.stringify(decision));
    for (const event of decision.events) state = lifecycle.evolve(state, event);
    events.push(...decision.events);
  }
  if (state.status === 'ABSENT') throw new Error('It was submitted.');
  return { events, view: { ...state, id: 'c', version: events.length } };
}

const { events, view } = handled();
let historiesRead = 0;
const contextWith = (calendarOf: Calendar) => ({
  calendarOf: () => calendarOf,
  caller: { at: later('10-13') } as never,
  histories: createLoader((ids: readonly string[]) => {
    historiesRead += 1;
    const history = events.map((event, at) => ({ seq: at + 1, event }));
    return Promise.resolve(ids.map(() => history as never));
  }),
});
const daysBy = async (calendarNow: Calendar) =>
  Promise.all(clocksOf(view).map((clock) => withDays(clock, contextWith(calendarNow))));

describe('the days of a clock', () => {
  it('are no part of what is kept of a case', () => {
    expect(JSON.stringify(view.clocks)).not.toContain('ledger');
    expect(JSON.stringify(events)).toContain('ledger');
  });

  it('are counted again as they were told, with the times that do not count', async () => {
    historiesRead = 0;
    const counted = await daysBy(calendar);
    expect(counted).toMatchObject(view.clocks.map(({ deadline }) => deadline));
    const resumed = events.find(({ type }) => type === 'CaseResumed');
    const told = resumed && 'clocks' in resumed ? resumed.clocks : [];
    const running = view.clocks.flatMap(({ ended }, at) => (ended ? [] : [at]));
    expect(running.length).toBeGreaterThan(0);
    for (const at of running) expect(counted[at]).toEqual(told[at]?.deadline);
    expect(
      counted.flatMap(({ ledger }) => ledger).some(({ reason }) => reason === 'SUSPENDED'),
    ).toBe(true);
    expect(historiesRead).toBe(0);
  });

  it('are those of the journal where another calendar holds by now', async () => {
    const other: Calendar = {
      ...calendar,
      version: 'another',
      day: (day) => ({ ...calendar.day(day), works: true }),
    };
    expect(await daysBy(other)).toEqual(await daysBy(calendar));
  });
});
