import { parseDay } from '@onewindow/calendar';
import { versionAt } from '@onewindow/kernel';
import { actionsOf, pageOf, type Completing } from '@onewindow/service';
import type {
  MutationResolvers,
  QueryResolvers,
  StandingRuleResolvers,
  StandingRuleVersionResolvers,
  WorkingCalendarResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { regionKind } from '../region/region.kind.ts';
import { there } from '../there.ts';
import { ruleId } from './rule-id.ts';
import { standingRuleCommands } from './standing-rule.commands.ts';
import { standingRuleKind } from './standing-rule.kind.ts';
import { calendarInForce, daysThatDiffer } from './working-calendar.ts';

export const Mutation = mutationsOf(standingRuleCommands) satisfies Pick<
  Required<MutationResolvers>,
  'setStandingRule' | 'changeStandingRule'
>;

const workingCalendar: NonNullable<QueryResolvers['workingCalendar']> = async (
  _parent,
  { regionId, year, at },
  { kinds, caller },
) =>
  (await kinds.of(regionKind).byId.load(regionId))
    ? {
        ...(await calendarInForce(kinds, { region: regionId, at: at ?? caller.at })),
        region: regionId,
        year,
      }
    : null;

export const Query = {
  standingRule: (_parent, { kind, placeId }, { kinds }) =>
    kinds.of(standingRuleKind).byId.load(ruleId(kind, placeId)),
  standingRules: pageOf(standingRuleKind),
  workingCalendar,
} satisfies QueryResolvers;

export const StandingRule: Completing<StandingRuleResolvers> = {
  __resolveReference: ({ id }, { kinds }) => kinds.of(standingRuleKind).byId.load(id),
  region: ({ region }, _, { kinds }) => there(kinds, regionKind, region),
  inForce: ({ versions }, _, { caller }) => versionAt(versions, caller.at) ?? null,
  availableActions: actionsOf(standingRuleCommands),
  actions: offeredBy(standingRuleCommands),
};

/** What a rule of each kind says, by its name in the graph. */
const CONTENT_OF = { CALENDAR: 'CalendarContent' } as const;

export const StandingRuleVersion: Completing<StandingRuleVersionResolvers> = {
  number: ({ n }) => n,
  content: ({ content }) => ({ ...content, __typename: CONTENT_OF[content.kind] }),
};

export const WorkingCalendar: Completing<WorkingCalendarResolvers> = {
  region: ({ region }, _, { kinds }) => there(kinds, regionKind, region),
  ruleVersion: ({ version }) => version,
  calendarVersion: ({ calendar }) => calendar.version,
  known: ({ calendar, year }) => {
    const first = parseDay(`${year}-01-01`);
    return first !== undefined && calendar.day(first).known;
  },
  days: daysThatDiffer,
};
