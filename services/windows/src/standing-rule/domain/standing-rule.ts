import {
  accept,
  assertNever,
  defineDecider,
  holdingVersions,
  reject,
  versionFault,
  withVersion,
  type Instant,
  type Version,
  type Versions,
} from '@onewindow/kernel';
import { addDays, dayOf, startOfDay, type CalendarContent } from '@onewindow/calendar';
import { calendarOfRule, pastDaysChanged, wrongDays, type HeldCalendar } from './calendar-rule.ts';

/** What a rule of each kind says. Another kind of rule (opening hours …) is one more line. */
export interface RuleContents {
  readonly CALENDAR: CalendarContent;
}
export type RuleKind = keyof RuleContents;

/** One version's words: what they are about is the rule's kind. */
export type RuleContent = {
  readonly [Kind in RuleKind]: { readonly kind: Kind } & RuleContents[Kind];
}[RuleKind];

/** Where a rule holds: a region for a calendar. Below it the nearest one with a rule of its own counts. */
export interface RulePlace {
  readonly place: string;
  readonly code: string;
  readonly name: string;
  /** The region that the place lies in; of a region, itself. */
  readonly region: string;
}

/** A standing rule (制度): numbers, lists, hours and calendars that somebody sets, by a document, from a moment on. */
export interface RuleFacts extends RulePlace {
  readonly id: string;
  readonly kind: RuleKind;
}

/** A version as it is set. */
export interface NewVersion {
  readonly content: RuleContent;
  readonly validFrom: Instant;
  /** The paper that sets it, as it is cited. */
  readonly document: string;
  readonly by: string;
}

/** A version that may take the place of the newest, by its number, if that has not begun. */
interface FurtherVersion extends NewVersion {
  readonly replaces?: number | undefined;
}

export type RuleState =
  | { readonly status: 'ABSENT' }
  | ({
      readonly status: 'STANDING';
      readonly versions: Versions<RuleContent>;
      /** The newest version whose moment has come, 0 before the first. */
      readonly begun: number;
    } & RuleFacts);

interface At {
  readonly at: Instant;
}
export type RuleCommand =
  | ({ readonly type: 'SetRule'; readonly held: HeldCalendar } & At & RuleFacts & NewVersion)
  | ({ readonly type: 'ChangeRule' } & At & FurtherVersion)
  /** By itself, when the moment of a version has come. Nobody gives it. */
  | ({ readonly type: 'BeginVersion' } & At);

export type RuleEvent =
  | ({ readonly type: 'RuleSet'; readonly begun: boolean } & RuleFacts & NewVersion)
  | ({ readonly type: 'RuleChanged'; readonly begun: boolean } & FurtherVersion)
  | { readonly type: 'VersionBegan'; readonly n: number };

const PERMITTED = {
  ABSENT: ['SetRule'],
  STANDING: ['ChangeRule', 'BeginVersion'],
} as const satisfies Record<RuleState['status'], readonly RuleCommand['type'][]>;

/** A typing error in the year must not leave a region without its calendar for long. Two years, in days. */
const MOST_DAYS_AHEAD = 731;

/**
 * What has begun is never changed or taken away: a new version begins now or later, and what was counted stays. The
 * newest version may be replaced until it begins: it keeps its number and never holds.
 */
export const standingRule = defineDecider<RuleState, RuleCommand, RuleEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    SetRule: (command) => {
      const { id, kind, at } = command;
      const refusal =
        tooEarly([], command) ??
        tooLate([], command) ??
        wrong([...wrongDays(command.content), ...pastDaysChanged(command.held, command, command)]);
      if (refusal) return reject(refusal);
      const begun = command.validFrom <= at;
      return accept({
        type: 'RuleSet',
        id,
        kind,
        begun,
        ...placeOf(command),
        ...newVersionOf(command),
      });
    },
    ChangeRule: (command, state) => {
      const { content, validFrom, at, replaces } = command;
      const newest = state.versions.at(-1);
      // Said again, it is no other version.
      if (newest && newest.validFrom <= at && isSame(newest, command)) return accept();
      const kept = holdingVersions(state.versions).filter(({ n }) => n !== replaces);
      const refusal =
        notReplaceable(newest, command) ??
        tooEarly(state.versions, command) ??
        tooLate(state.versions, command) ??
        wrong([
          ...wrongDays(content),
          ...pastDaysChanged(
            calendarOfRule({ ...state, versions: kept }, validFrom),
            state,
            command,
          ),
        ]);
      if (refusal) return reject(refusal);
      return accept({
        type: 'RuleChanged',
        begun: validFrom <= at,
        ...newVersionOf(command),
        ...(replaces !== undefined && { replaces }),
      });
    },
    BeginVersion: ({ at }, { versions, begun }) => {
      const n = versions.findLast(({ validFrom }) => validFrom <= at)?.n ?? 0;
      return n > begun
        ? accept({ type: 'VersionBegan', n })
        : reject({ code: 'NotPermittedInStatus', command: 'BeginVersion', status: 'STANDING' });
    },
  },
  evolve: (state, event) => {
    if (event.type === 'RuleSet') {
      const { id, kind, begun } = event;
      const versions = withVersion([], newVersionOf(event));
      return {
        status: 'STANDING',
        id,
        kind,
        ...placeOf(event),
        versions,
        begun: begun ? 1 : 0,
      };
    }
    if (state.status === 'ABSENT') return state;
    switch (event.type) {
      case 'RuleChanged': {
        const { replaces } = event;
        const versions = withVersion(state.versions, { ...newVersionOf(event), replaces });
        return { ...state, versions, begun: event.begun ? versions.length : state.begun };
      }
      case 'VersionBegan':
        return { ...state, begun: event.n };
      default:
        return assertNever(event);
    }
  },
});

/** A version begins by itself when its moment has come, and that is told. */
export const ruleTimers = (state: RuleState) =>
  state.status === 'ABSENT'
    ? []
    : state.versions
        .filter(({ n }) => n > state.begun)
        .map(({ n, validFrom }) => ({ kind: `BEGIN:${n}`, at: validFrom }));

const placeOf = ({ place, code, name, region }: RulePlace): RulePlace => ({
  place,
  code,
  name,
  region,
});

const newVersionOf = ({ content, validFrom, document, by }: NewVersion): NewVersion => ({
  content,
  validFrom,
  document,
  by,
});

/** With the earliest moment that it may begin at: what held until now was applied rightly. */
function tooEarly(
  versions: Versions<RuleContent>,
  { validFrom, at: now, replaces }: At & Pick<FurtherVersion, 'validFrom' | 'replaces'>,
) {
  if (versionFault(versions, { validFrom, now, replaces }) === null) return null;
  const newest = holdingVersions(versions).findLast(({ n }) => n !== replaces)?.validFrom ?? now;
  return { code: 'VersionTooEarly', earliest: newest > now ? newest : now } as const;
}

/** With the latest moment that it may begin at: two years ahead, and no later than what it replaces. */
function tooLate(
  versions: Versions<RuleContent>,
  { validFrom, at, replaces }: At & Pick<FurtherVersion, 'validFrom' | 'replaces'>,
) {
  const ahead = startOfDay(addDays(dayOf(at), MOST_DAYS_AHEAD));
  const replaced = versions.find(({ n }) => n === replaces)?.validFrom ?? ahead;
  const latest = replaced < ahead ? replaced : ahead;
  return validFrom > latest ? ({ code: 'VersionTooLate', latest } as const) : null;
}

/** Only the newest version, and only until it begins. */
function notReplaceable(
  newest: Version<RuleContent> | undefined,
  { replaces, at }: At & Pick<FurtherVersion, 'replaces'>,
) {
  if (replaces === undefined || (newest?.n === replaces && newest.validFrom > at)) return null;
  return { code: 'VersionNotReplaceable' } as const;
}

const wrong = (faults: ReturnType<typeof wrongDays>) =>
  faults.length > 0 ? ({ code: 'CalendarDaysWrong', faults } as const) : null;

const isSame = (newest: Version<RuleContent>, { content, document }: NewVersion): boolean =>
  newest.document === document && JSON.stringify(newest.content) === JSON.stringify(content);
