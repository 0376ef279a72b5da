import type { CalendarContent } from '@onewindow/calendar';
import { personOf, type Viewer } from '@onewindow/identity';
import { reject, type Instant } from '@onewindow/kernel';
import { defineCommands } from '../kit.ts';
import { regionKind } from '../region/region.kind.ts';
import type { NewVersion, RuleContent } from './domain/standing-rule.ts';
import { ruleId } from './rule-id.ts';
import { standingRuleKind } from './standing-rule.kind.ts';
import { calendarInForce } from './working-calendar.ts';

const managesRules = (viewer: Viewer) => viewer.scopes.has('rules:manage') || 'NotRuleManager';

/** Who manages the rules of this very region, or a program that imports what was published. */
const ofHisRegion = ({ kind, region: own }: Viewer, region: string) =>
  kind === 'SERVICE' || own === region || 'RuleOfAnotherRegion';

interface VersionInput {
  readonly validFrom?: Instant | null | undefined;
  readonly document: string;
  readonly calendar: CalendarContent;
}

const versionOf = (
  { validFrom, document, calendar }: VersionInput,
  { viewer, at }: { readonly viewer: Viewer; readonly at: Instant },
): NewVersion => ({
  content: contentOf(calendar),
  validFrom: validFrom ?? at,
  document,
  by: personOf(viewer).id,
});

const contentOf = ({ regionalHolidays, overrides }: CalendarContent): RuleContent => ({
  kind: 'CALENDAR',
  regionalHolidays: regionalHolidays.map(({ name, days }) => ({ name, days })),
  overrides: overrides.map(({ year, holidays, makeupWorkdays }) => ({
    year,
    holidays: holidays.map(({ name, days }) => ({ name, days })),
    makeupWorkdays,
  })),
});

/** How the rules of a region are set and changed. */
export const standingRuleCommands = defineCommands(
  standingRuleKind,
  { id: 'ruleId', token: managesRules },
  {
    /** The first version of the rule of its kind in this region. */
    setStandingRule: {
      creates: 'SetRule',
      exists: 'standingRule',
      id: ({ regionId }) => ruleId('CALENDAR', regionId),
      command: async (input, { id, viewer, at, context: { kinds } }) => {
        const may = ofHisRegion(viewer, input.regionId);
        if (may !== true) return reject({ code: 'NotAuthorized', because: may });
        const found = await kinds.of(regionKind).fresh(input.regionId);
        if (!found) return reject({ code: 'NotFound', id: input.regionId });
        const { id: place, code, name } = found;
        const version = versionOf(input, { viewer, at });
        const held = await calendarInForce(kinds, { region: place, at: version.validFrom });
        return {
          id,
          held,
          kind: 'CALENDAR' as const,
          place,
          code,
          name,
          region: place,
          ...version,
        };
      },
    },
    changeStandingRule: {
      does: 'ChangeRule',
      action: 'CHANGE',
      may: (viewer, { region }) => ofHisRegion(viewer, region),
      command: (input, { viewer, at }) => ({
        ...versionOf(input, { viewer, at }),
        replaces: input.replaces ?? undefined,
      }),
    },
  },
);
