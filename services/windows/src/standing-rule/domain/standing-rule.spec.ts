import { calendarOfVersion } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import { NATIONAL } from './calendar-rule.ts';
import {
  ruleTimers,
  standingRule,
  type RuleCommand,
  type RuleContent,
  type RuleEvent,
  type RuleState,
} from './standing-rule.ts';

const at = (day: string, time = '09:00') => instant(`${day}T${time}:00+08:00`);
const today = at('2026-11-26');
const guangxi = {
  place: 'region-1',
  code: '450000',
  name: '广西壮族自治区',
  region: 'region-1',
};
const ofMarchThird = (...days: string[]): RuleContent => ({
  kind: 'CALENDAR',
  regionalHolidays: [{ name: '三月三', days }],
  overrides: [],
});
const known = ofMarchThird('2026-04-20', '2027-04-09');
const facts = { id: 'rule-1', kind: 'CALENDAR', ...guangxi } as const;
const first = {
  ...{ content: known, validFrom: today },
  ...{ document: '桂政发〔2026〕1号', by: 'staff-1' },
};
const further = {
  ...first,
  ...{ content: ofMarchThird('2026-04-20', '2027-04-08'), document: '桂政发〔2026〕2号' },
};
/** The region above has told the same days. */
const held = { content: known, calendar: calendarOfVersion(guangxi, { n: 1, content: known }) };
const set = {
  ...{ type: 'SetRule', at: today, held, ...facts },
  ...first,
} as const satisfies RuleCommand;
const wasSet: RuleEvent = { type: 'RuleSet', begun: true, ...facts, ...first };
const change = { type: 'ChangeRule', at: today, ...further } as const satisfies RuleCommand;
const changed: RuleEvent = { type: 'RuleChanged', begun: true, ...further };

const nextYear = at('2027-01-01', '00:00');
const setForLater: RuleEvent = { ...wasSet, begun: false, validFrom: nextYear };
const states: StateOfEach<RuleState> = {
  ABSENT: stateAfter(standingRule, 'ABSENT', []),
  STANDING: stateAfter(standingRule, 'STANDING', [setForLater]),
};
const commands: CommandOfEach<RuleCommand> = {
  SetRule: set,
  ChangeRule: { ...change, validFrom: nextYear },
  BeginVersion: { type: 'BeginVersion', at: nextYear },
};
/** Who may do what when, written down here once more. */
const LAW: Readonly<Record<RuleState['status'], readonly RuleCommand['type'][]>> = {
  ABSENT: ['SetRule'],
  STANDING: ['ChangeRule', 'BeginVersion'],
};

const refusedFor = (content: RuleContent) => {
  const decision = standingRule.decide({ ...set, held: NATIONAL, content }, states.ABSENT);
  return decision.accepted ? null : decision.rejection;
};

describe('a standing rule', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(standingRule.decide(command, state).accepted).toBe(permitted.includes(command.type));
    },
  );

  it('is set with its first version, which tells the past as well', () => {
    given(standingRule).when(set).then(wasSet);
  });

  it('never begins before now, nor before its newest version', () => {
    const yesterday = at('2026-11-25');
    given(standingRule)
      .when({ ...set, validFrom: yesterday })
      .refuses({ code: 'VersionTooEarly', earliest: today });
    given(standingRule, wasSet)
      .when({ ...change, validFrom: yesterday })
      .refuses({ code: 'VersionTooEarly', earliest: today });
    given(standingRule, setForLater)
      .when(change)
      .refuses({ code: 'VersionTooEarly', earliest: nextYear });
  });

  it('makes nobody in time who was late: days that have passed stay as they were counted, by its first version too', () => {
    given(standingRule)
      .when({ ...set, held: NATIONAL })
      .refuses({
        code: 'CalendarDaysWrong',
        faults: [
          { fault: 'PAST_DAY_CHANGED', path: 'calendar', year: null, day: '2026-04-20' as never },
        ],
      });
    const ahead = { ...set, held: NATIONAL, content: ofMarchThird('2026-11-26', '2027-04-09') };
    given(standingRule)
      .when(ahead)
      .then({ ...wasSet, content: ahead.content });
  });

  it('begins within two years', () => {
    const latest = at('2028-11-26', '00:00');
    const late = at('2028-11-26', '00:01');
    given(standingRule)
      .when({ ...set, validFrom: latest })
      .then({ ...wasSet, begun: false, validFrom: latest });
    given(standingRule)
      .when({ ...set, validFrom: late })
      .refuses({ code: 'VersionTooLate', latest });
    given(standingRule, wasSet)
      .when({ ...change, validFrom: late })
      .refuses({ code: 'VersionTooLate', latest });
  });

  it('has its newest version replaced until that begins, by one that begins no later', () => {
    // Set before two years were the most.
    const typedWrong: RuleEvent = { ...changed, begun: false, validFrom: at('9999-12-31') };
    const replaced: RuleEvent = { ...changed, replaces: 2 };
    given(standingRule, wasSet, typedWrong)
      .when({ ...change, replaces: 2 })
      .then(replaced);
    const state = stateAfter(standingRule, 'STANDING', [wasSet, typedWrong, replaced]);
    expect(state).toMatchObject({ begun: 3, versions: [{ n: 1 }, { n: 2 }, { n: 3 }] });
    expect(ruleTimers(state)).toEqual([]);
    given(standingRule, wasSet, typedWrong, replaced)
      .when({ ...commands.ChangeRule, document: '桂政发〔2026〕3号' })
      .then({ ...changed, begun: false, validFrom: nextYear, document: '桂政发〔2026〕3号' });
    given(standingRule, setForLater)
      .when({ ...change, validFrom: at('2027-01-02'), replaces: 1 })
      .refuses({ code: 'VersionTooLate', latest: nextYear });
  });

  it('has no version replaced that has begun or is not the newest', () => {
    given(standingRule, wasSet)
      .when({ ...change, replaces: 1 })
      .refuses({ code: 'VersionNotReplaceable' });
    given(standingRule, setForLater)
      .when({ ...change, validFrom: nextYear, replaces: 2 })
      .refuses({ code: 'VersionNotReplaceable' });
  });

  it('has another version by a change, and none by the same words said again', () => {
    given(standingRule, wasSet).when(change).then(changed);
    given(standingRule, wasSet, changed)
      .when({ ...change, at: at('2026-11-27'), validFrom: at('2026-11-27') })
      .then();
  });

  it('begins by itself when its moment has come', () => {
    expect(ruleTimers(states.STANDING)).toEqual([{ kind: 'BEGIN:1', at: nextYear }]);
    given(standingRule, setForLater)
      .when(commands.BeginVersion)
      .then({ type: 'VersionBegan', n: 1 });
    const begun = stateAfter(standingRule, 'STANDING', [
      setForLater,
      { type: 'VersionBegan', n: 1 },
    ]);
    expect(ruleTimers(begun)).toEqual([]);
    expect(ruleTimers(stateAfter(standingRule, 'STANDING', [wasSet]))).toEqual([]);
  });

  it('numbers its versions, and keeps all of them', () => {
    const state = stateAfter(standingRule, 'STANDING', [wasSet, changed]);
    const { versions } = state as Extract<RuleState, { status: 'STANDING' }>;
    expect(versions.map(({ n, content }) => [n, content])).toEqual([
      [1, known],
      [2, change.content],
    ]);
  });
});

describe('a calendar', () => {
  it('has no day of another year', () => {
    const holidays = [{ name: '元旦', days: ['2028-01-01'] }];
    const overrides = [{ year: 2027, holidays, makeupWorkdays: [] }];
    expect(refusedFor({ ...known, overrides })).toMatchObject({
      code: 'CalendarDaysWrong',
      faults: [
        {
          fault: 'NOT_OF_THE_YEAR',
          path: 'overrides[0].holidays[0].days[0]',
          year: 2027,
          day: '2028-01-01',
        },
      ],
    });
  });

  it('names at most 200 holidays and 1000 days', () => {
    const days = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) =>
        new Date(Date.UTC(2027, 0, 1 + from + index)).toISOString().slice(0, 10),
      );
    const oneEach = (count: number): RuleContent => ({
      ...known,
      regionalHolidays: days(count).map((day) => ({ name: '示例节', days: [day] })),
    });
    const tooMany = {
      code: 'CalendarDaysWrong',
      faults: [{ fault: 'TOO_MANY_DAYS', path: 'calendar', year: null, day: null }],
    };
    expect(refusedFor(ofMarchThird(...days(1_000)))).toBeNull();
    expect(refusedFor(ofMarchThird(...days(1_001)))).toEqual(tooMany);
    expect(refusedFor(oneEach(200))).toBeNull();
    expect(refusedFor(oneEach(201))).toEqual(tooMany);
  });

  it('can be mended where days of years that nobody counts in were set before that was asked', () => {
    const far = ofMarchThird('0001-01-01', '2026-04-20', '9999-12-31');
    given(standingRule, { ...wasSet, content: far })
      .when(change)
      .then(changed);
    expect(refusedFor(far)).toMatchObject({
      faults: [{ fault: 'YEAR_OUT_OF_RANGE' }, { fault: 'YEAR_OUT_OF_RANGE' }],
    });
  });

  it('has no day that is both worked and free', () => {
    const holidays = [{ name: '元旦', days: ['2027-01-01'] }];
    const overrides = [{ year: 2027, holidays, makeupWorkdays: ['2027-04-10'] }];
    expect(refusedFor({ ...ofMarchThird('2027-04-10'), overrides })).toMatchObject({
      code: 'CalendarDaysWrong',
      faults: [
        {
          fault: 'WORKED_AND_FREE',
          path: 'overrides[0].makeupWorkdays[0]',
          year: 2027,
          day: '2027-04-10',
        },
      ],
    });
  });

  it('changes no day that has passed, since clocks were counted by it', () => {
    const day = '2026-04-20';
    given(standingRule, wasSet)
      .when({ ...change, content: ofMarchThird('2027-04-09') })
      .refuses({
        code: 'CalendarDaysWrong',
        faults: [{ fault: 'PAST_DAY_CHANGED', path: 'calendar', year: null, day: day as never }],
      });
  });

  it('may take off the day on which it begins', () => {
    const content = ofMarchThird('2026-04-20', '2026-11-26', '2027-04-09');
    const decision = standingRule.decide(
      { ...change, content },
      stateAfter(standingRule, 'STANDING', [wasSet]),
    );
    expect(decision).toMatchObject({ accepted: true, events: [{ type: 'RuleChanged' }] });
  });
});
