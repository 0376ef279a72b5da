import {
  addDays,
  addPeriod,
  createCalendar,
  dayOf,
  nationalCalendar,
  parseDay,
  subtractPeriod,
  type Calendar,
  type Day,
  type Period,
} from '@onewindow/calendar';
import { addMilliseconds } from '@onewindow/kernel';
import {
  acceptOnly,
  anItem,
  clockOf,
  commands,
  counting,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import type { CaseClock, ClockName, FiledCase, ItemTerms, SpecialTime } from './case.ts';
import { acceptanceClocks, deliveryClock, recounted } from './deadlines-of-a-case.ts';
import { supplementClock } from './supplement-clock.ts';
import { tellOnceClock } from './tell-once.ts';

/**
 * The golden examples of cases.md 3, each counted by hand on a table of the days of 2026: the last day of each clock, as
 * `10-20`. What no command says yet (extension, legs, hearing, referral) is counted by the same pure functions.
 */
const days = (value: number): Period => ({ value, unit: 'WORKING_DAYS' });
const day = (text: string) => parseDay(`2026-${text}`) as Day;
const { kind, handlingMode } = anItem();
const terms = (statutory: Period | null, committed: Period | null = null): ItemTerms => ({
  ...{ kind, handlingMode, statutoryLimit: statutory, committedLimit: committed },
});

/** The last day of a clock that ends with it. */
const lastDay = ({ deadline: { dueAt } }: Pick<CaseClock, 'deadline'>): string => {
  if (dueAt === null) throw new Error('It has no end.');
  return dayOf(addMilliseconds(dueAt, -1)).replace('2026-', '');
};
const time = (from: string, until: string | null, toldDays = 60): SpecialTime => ({
  ...{
    procedure: 'TEST',
    toldDays,
    from: later(from),
    until: until === null ? null : later(until),
  },
});

interface Counted {
  readonly times?: readonly SpecialTime[];
  readonly calendar?: Calendar;
}
/** The last days of the clocks of what was accepted on `from`, after all that has happened since. */
function ends(
  from: string,
  of: ItemTerms,
  { times = [], calendar = nationalCalendar }: Counted = {},
) {
  const clocks = acceptanceClocks(of, later(from), counting);
  const again = recounted({ clocks, terms: of, specialTimes: times }, { ...counting, calendar });
  const of_ = (name: ClockName) => again.filter(({ clock }) => clock === name).map(lastDay)[0];
  return { law: of_('DECISION'), promise: of_('COMMITTED') };
}
const after = (from: string, count: number, calendar = nationalCalendar) =>
  addPeriod(calendar, day(from), days(count)).replace('2026-', '');

/** 8 October off, Saturday 17 October worked: the notice of the year is changed. */
const changed: Calendar = {
  ...nationalCalendar,
  day: (asked) => {
    const known = nationalCalendar.day(asked);
    if (asked === day('10-08')) return { ...known, works: false, reason: 'HOLIDAY' };
    return asked === day('10-17') ? { ...known, works: true, reason: 'MAKEUP_WORKDAY' } : known;
  },
};

describe('golden examples', () => {
  it('G1: received on a worked Saturday, nobody tells: accepted by the law, and decided in 20', () => {
    const filed = play([{ ...commands.SubmitCase, at: later('02-14') }]);
    expect(lastDay(clockOf(filed, 'TELL_ONCE'))).toBe('02-28');
    const elapse = { type: 'ElapseTimer', kind: 'OVERDUE:TELL_ONCE', at: later('03-02') } as const;
    const deemed = play([elapse], filed);
    expect(deemed.acceptance).toMatchObject({ deemed: true, at: later('02-14') });
    expect(lastDay(clockOf(deemed, 'DECISION'))).toBe('03-20');
  });

  it('G2: served, all brought, accepted on a worked Saturday', () => {
    const item = anItem({ committedLimit: days(7), statutoryLimit: days(20) });
    const told = play([
      { ...commands.SubmitCase, item, materials: ['m1'], at: later('09-22') },
      { ...commands.RequestSupplement, item, at: later('09-22') },
    ]);
    expect(lastDay(clockOf(told, 'SUPPLEMENT'))).toBe('11-10');
    const brought = play([{ ...commands.BringMaterials, at: later('10-09') }], told);
    expect(lastDay(clockOf(brought, 'TELL_ONCE'))).toBe('10-15');
    const accepted = play([{ ...commands.AcceptCase, item, at: later('10-10') }], brought);
    expect(lastDay(clockOf(accepted, 'COMMITTED'))).toBe('10-20');
    expect(lastDay(clockOf(accepted, 'DECISION'))).toBe('11-06');
  });

  it('G3: a test whose days do not count', () => {
    const tested = { times: [time('09-28', '10-09')] };
    expect(ends('09-18', terms(days(10)), tested).law).toBe('10-14');
  });

  it('G4: beyond what was told its days do count', () => {
    const late = { times: [time('09-28', '10-15', 3)] };
    expect(ends('09-18', terms(days(10)), late).law).toBe('10-14');
    const lasting = { times: [time('09-28', null, 3)] };
    expect(ends('09-18', terms(days(10)), lasting).law).toBe('10-14');
  });

  it('G5: overlapping spans count once', () => {
    const both = { times: [time('10-12', '10-20'), time('10-16', '10-26')] };
    expect(ends('09-30', terms(days(20)), both).law).toBe('11-17');
  });

  it('G6: an extension, then an appraisal', () => {
    expect(ends('04-30', terms(days(20))).law).toBe('06-01');
    expect(ends('04-30', terms(days(20 + 10))).law).toBe('06-15');
    const appraised = { times: [time('05-18', '05-25')] };
    expect(ends('04-30', terms(days(20 + 10)), appraised).law).toBe('06-23');
  });

  it('G7: a joint licence: its legs, the lead behind the last one, and 45 (+15)', () => {
    expect([after('02-10', 5), after('02-12', 10)]).toEqual(['02-24', '03-04']);
    expect(after('03-04', 5)).toBe('03-11');
    expect(ends('02-10', terms(days(45))).law).toBe('04-21');
    expect(ends('02-10', { ...terms(null), handlingMode: 'JOINT' }).law).toBe('04-21');
    expect(ends('02-10', terms(days(45 + 15))).law).toBe('05-14');
  });

  it('G8: a leg of it is tested', () => {
    const tested = { times: [time('02-25', '03-09')] };
    expect(ends('02-12', terms(days(10)), tested).law).toBe('03-17');
    expect(after('03-17', 5)).toBe('03-24');
    expect(ends('02-10', { ...terms(null), handlingMode: 'JOINT' }, tested).law).toBe('05-07');
  });

  it('G9: the calendar changes, and the change is undone', () => {
    const ten = terms(days(10));
    expect(ends('09-28', ten).law).toBe('10-16');
    expect(ends('09-28', ten, { calendar: changed }).law).toBe('10-17');
    expect(ends('09-28', ten, { calendar: nationalCalendar }).law).toBe('10-16');
  });

  it('G10: over the New Year of a year whose notice is not known', () => {
    expect(ends('12-21', terms(days(10))).law).toBe('2027-01-05');
    const [clock] = acceptanceClocks(terms(days(10)), later('12-21'), counting);
    expect(clock?.deadline.provisional).toBe(true);
  });

  it('G11: the right to a hearing', () => {
    expect(after('09-30', 5)).toBe('10-13');
    expect(after('10-12', 20)).toBe('11-09');
    const told = subtractPeriod(nationalCalendar, addDays(day('11-09'), -1), days(7));
    expect(told).toBe(day('10-28'));
  });

  it('G12: a hearing whose days do not count', () => {
    const heard = { times: [time('10-12', '11-09')] };
    expect(ends('09-21', terms(days(20)), heard).law).toBe('11-23');
  });

  it('G13: what was decided before the holidays is delivered', () => {
    expect(lastDay(deliveryClock(later('09-30'), counting))).toBe('10-20');
  });

  it('G14: a region’s own holiday', () => {
    const guangxi = createCalendar({
      ...{ region: { code: '450000', name: '广西' }, version: '1', overrides: [] },
      regionalHolidays: [{ name: '三月三', days: ['2026-04-20'] }],
    });
    const filed = (calendar: Calendar) =>
      lastDay(tellOnceClock(later('04-15'), { ...counting, calendar }));
    expect([filed(guangxi), filed(nationalCalendar)]).toEqual(['04-23', '04-22']);
  });

  it('G15: extension, inspection and calendar in any order', () => {
    const inspected = { times: [time('10-12', '10-19')], calendar: changed };
    expect(ends('09-18', terms(days(20 + 10)), inspected).law).toBe('11-13');
  });

  it('G16: the promise is held to the law’s own end at each recount', () => {
    const of = terms({ value: 30, unit: 'CALENDAR_DAYS' }, days(20));
    expect(ends('08-03', of)).toEqual({ law: '09-02', promise: '08-31' });
    const tested = { times: [time('08-10', '09-14')] };
    expect(ends('08-03', of, tested)).toEqual({ law: '10-07', promise: '10-07' });
  });

  it('G17: immediate, on a closed Saturday: Sunday, which is worked, when the centre closes', () => {
    const item = anItem({ handlingMode: 'IMMEDIATE' });
    const accepted = play([
      { ...commands.SubmitCase, item, at: later('09-19') },
      { ...commands.AcceptCase, item, at: later('09-19') },
    ]);
    expect(clockOf(accepted, 'COMMITTED').deadline.dueAt).toBe(later('09-20', '17:00'));
  });

  it('G18: a referral', () => {
    expect(after('06-12', 5)).toBe('06-22');
  });

  it('the table of law.md, for licences of 20 and the time to tell', () => {
    const twenty = (from: string) => ends(from, terms(null)).law;
    const table = ['09-18', '02-10', '04-30', '09-30'].map((from) => [
      after(from, 5),
      twenty(from),
    ]);
    expect(table).toEqual([
      ['09-24', '10-22'],
      ['02-24', '03-16'],
      ['05-11', '06-01'],
      ['10-13', '11-03'],
    ]);
  });
});

it('a notice waits from when the applicant has it', () => {
  expect(lastDay(supplementClock(later('09-22'), days(30), counting))).toBe('11-10');
});

it('the clocks of a case with procedures on its way are those of the pure functions', () => {
  const start: FiledCase = play([
    { ...commands.SubmitCase, at: later('09-18') },
    { ...commands.AcceptCase, officer: acceptOnly, at: later('09-18') },
    { ...commands.DispatchCase, at: later('09-18') },
  ]);
  const tested = play(
    [
      { ...commands.SuspendCase, procedure: 'TEST', toldDays: 60, at: later('09-28') },
      { ...commands.ResumeCase, at: later('10-09') },
    ],
    start,
  );
  const { law } = ends('09-18', terms(null), { times: [time('09-28', '10-09')] });
  expect(lastDay(clockOf(tested, 'DECISION'))).toBe(law);
  expect(lifecycle.decide({ type: 'RecountClocks', at: later('10-09') }, tested)).toEqual({
    accepted: true,
    events: [],
  });
});
