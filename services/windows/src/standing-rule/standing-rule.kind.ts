import { calendarBegan, calendarSet, fact, type CalendarRuleSnapshot } from '@onewindow/contracts';
import { defineKind, everybody, everything } from '@onewindow/service';
import { ruleTimers, standingRule, type RuleContent } from './domain/standing-rule.ts';

/** How many of the newest versions each event tells: with that in force they stay below the weight of an event. */
const MOST_TOLD = 3;

/** What is stored, told and seen of a standing rule: all of it, by everybody. */
export const standingRuleKind = defineKind({
  kind: 'standing-rule',
  collection: 'standingRules',
  stateVersion: 1,
  decider: standingRule,
  timers: ruleTimers,
  elapse: ({ at }) => ({ type: 'BeginVersion' as const, at }),
  belonging: ({ region }) => ({ region }),
  events: {
    RuleSet: ({ begun }, snapshot) =>
      fact(calendarSet, { happened: { version: 1, begun }, snapshot }),
    RuleChanged: ({ begun }, snapshot, { versions }) =>
      fact(calendarSet, { happened: { version: versions.length, begun }, snapshot }),
    VersionBegan: ({ n }, snapshot) => fact(calendarBegan, { happened: { version: n }, snapshot }),
  },
  snapshot: ({ id, place, code, name, versions, begun }): CalendarRuleSnapshot => ({
    id,
    region: place,
    code,
    name,
    versions: versions
      .filter(({ n }) => n === begun || n > versions.length - MOST_TOLD)
      .map(({ n, validFrom, document, content }) => ({
        n,
        validFrom,
        document,
        ...contentOf(content),
      })),
  }),
  lists: { scopes: everything, filters: {}, lowest: 'state.code' },
  sight: everybody,
});

/** Named field by field: what a version keeps for itself is not told. */
const contentOf = ({ regionalHolidays, overrides }: RuleContent) => ({
  regionalHolidays: regionalHolidays.map(holidayOf),
  overrides: overrides.map(({ year, holidays, makeupWorkdays }) => ({
    year,
    holidays: holidays.map(holidayOf),
    makeupWorkdays: [...makeupWorkdays],
  })),
});

const holidayOf = ({ name, days }: RuleContent['regionalHolidays'][number]) => ({
  name,
  days: [...days],
});
