import {
  calendarOfVersion,
  nationalCalendar,
  type Calendar,
  type CalendarContent,
} from '@onewindow/calendar';
import {
  calendarRuleEvents,
  regionEvents,
  type CalendarRuleSnapshot,
  type RegionSnapshot,
} from '@onewindow/contracts';
import { instant, nearestVersion, type Instant } from '@onewindow/kernel';
import { repeatedly, type ReplicaDeclaration, type ReplicaRow } from '@onewindow/persistence';
import type { Foundation } from './foundation.ts';
import type { Kept } from './define-service.ts';
import { allOf, onEvents, together, type Reaction } from './reactions.ts';

interface RegionRow extends ReplicaRow {
  readonly parent: string | null;
}

/** A region's calendar with all its versions, by the id of the rule. */
interface CalendarRow extends ReplicaRow {
  readonly region: string;
  readonly code: string;
  readonly name: string;
  readonly versions: readonly {
    readonly n: number;
    readonly validFrom: Instant;
    readonly content: CalendarContent;
  }[];
}

const everyRow: ReplicaDeclaration = {
  indexes: [],
  queries: { all: { equality: [], sort: { _id: 1 } } },
};
/** One installation serves one tree of regions: a province has some ten thousand villages. */
const MOST_REGIONS = 100_000;
const MOST_CALENDARS = 10_000;
/** What another process of the service was told of is known here after as many milliseconds. */
const LOOK_EVERY_MS = 5_000;
/** More regions above one another than this are a circle. */
const MOST_LEVELS = 10;

export interface RegionalCalendars extends Kept {
  /**
   * The calendar of a region at a moment (行政许可法 82): of itself, else of the nearest region above it that has one in
   * force then, else the national one. A region that nobody has told of has the national one too; the log says so once.
   */
  readonly calendarOf: (region: string, at: Instant) => Calendar;
  /** The region and all that lie below it, as far as they are known: where its calendar may hold. */
  readonly regionsUnder: (region: string) => readonly string[];
  /** Keeps what windows tells of regions and their calendars. */
  readonly reaction: Reaction;
  /** Called with a region whose calendar has another version, as soon as this process knows of it. */
  onChange(changed: (region: string) => Promise<void>): void;
}

/**
 * The calendars that this service counts days by, from windows. All of them are in memory, since clocks are counted
 * also where nothing can be awaited: when a timer elapses in what is read. A version is never changed and names the
 * moment from which it holds, so that every process counts alike as soon as it knows it.
 */
export function createRegionalCalendars(
  { replica, log }: Pick<Foundation, 'replica' | 'log'>,
  lookEveryMs = LOOK_EVERY_MS,
): RegionalCalendars {
  const regions = replica<RegionRow>('regions', everyRow);
  const calendars = replica<CalendarRow>('calendars', everyRow);
  const parents = new Map<string, string | null>();
  const rules = new Map<string, CalendarRow>();
  const made = new Map<string, Calendar>();
  const missing = new Set<string>();
  const listeners: ((region: string) => Promise<void>)[] = [];

  function know(row: CalendarRow): boolean {
    const known = rules.get(row.region);
    if (known && known.sourceVersion >= row.sourceVersion) return false;
    rules.set(row.region, row);
    return newestOf(row) > (known ? newestOf(known) : 0);
  }

  async function look(): Promise<void> {
    const asked = [...missing];
    for (const row of await regions.findMany(asked)) {
      if (!row) continue;
      parents.set(row._id, row.parent);
      missing.delete(row._id);
    }
    for (const row of await calendars.findBy('all', {}, MOST_CALENDARS)) {
      if (know(row)) await tell(row.region);
    }
  }

  async function tell(region: string): Promise<void> {
    for (const changed of listeners) await changed(region);
  }

  function placesAbove(region: string): readonly string[] {
    const places: string[] = [];
    let next: string | null = region;
    while (next !== null && places.length < MOST_LEVELS) {
      places.push(next);
      const parent: string | null | undefined = parents.get(next);
      if (parent === undefined && !missing.has(next)) {
        missing.add(next);
        log.warn({ region: next }, 'nobody has told of this region: it has the national calendar');
      }
      next = parent ?? null;
    }
    return places;
  }

  const looking = repeatedly({
    what: 'looking for calendars',
    everyMs: lookEveryMs,
    round: look,
    log,
  });
  return {
    prepare: async () => {
      for (const { _id, parent } of await regions.findBy('all', {}, MOST_REGIONS)) {
        parents.set(_id, parent);
      }
      for (const row of await calendars.findBy('all', {}, MOST_CALENDARS)) know(row);
    },
    start: looking.start,
    stop: looking.stop,
    calendarOf: (region, at) => {
      const found = nearestVersion(placesAbove(region), (it) => rules.get(it)?.versions, at);
      const rule = found && rules.get(found.place);
      if (!rule) return nationalCalendar;
      const name = `${rule.code}@${found.version.n}`;
      const calendar = made.get(name) ?? calendarOfVersion(rule, found.version);
      made.set(name, calendar);
      return calendar;
    },
    regionsUnder: (region) => [
      region,
      ...[...parents.keys()].filter((one) => one !== region && placesAbove(one).includes(region)),
    ],
    reaction: together([
      onEvents<Told<RegionSnapshot>>(allOf(regionEvents), async ({ snapshot }, event) => {
        const { id, parent } = snapshot;
        await regions.put({ _id: id, sourceVersion: event.aggregateversion, parent });
        parents.set(id, parent);
        missing.delete(id);
      }),
      onEvents<Told<CalendarRuleSnapshot>>(
        allOf(calendarRuleEvents),
        async ({ snapshot }, { aggregateversion: sourceVersion }) => {
          const [kept] = await calendars.findMany([snapshot.id]);
          const row = calendarRowOf(snapshot, { sourceVersion, kept: kept?.versions ?? [] });
          await calendars.put(row);
          know(row);
          // Also where it was known: whoever was to be told may have been stopped meanwhile.
          await tell(row.region);
        },
      ),
    ]),
    onChange: (changed) => {
      listeners.push(changed);
    },
  };
}

interface Told<Snapshot> {
  readonly happened: unknown;
  readonly snapshot: Snapshot;
}

const calendarRowOf = (
  { id, region, code, name, versions }: CalendarRuleSnapshot,
  { sourceVersion, kept }: Pick<CalendarRow, 'sourceVersion'> & { kept: CalendarRow['versions'] },
): CalendarRow => ({
  ...{ _id: id, sourceVersion, region, code, name },
  // An event tells the version in force and the newest: the others are kept from the events before.
  versions: [
    ...kept.filter(({ n }) => !versions.some((told) => told.n === n)),
    ...versions.map(({ n, validFrom, regionalHolidays, overrides }) => ({
      n,
      validFrom: instant(validFrom),
      content: { regionalHolidays, overrides },
    })),
  ].sort((left, right) => left.n - right.n),
});

const newestOf = ({ versions }: CalendarRow): number => versions.at(-1)?.n ?? 0;
