import { instant } from '@onewindow/kernel';
import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
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
const set = {
  ...{ type: 'SetRule', at: today, ...facts },
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
  const decision = standingRule.decide({ ...set, content }, states.ABSENT);
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
