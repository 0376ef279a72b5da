import { calendarOfVersion, parseDay, nextDay, type CalendarDay } from '@onewindow/calendar';
import { nearestVersion, type Instant } from '@onewindow/kernel';
import type { Kinds, View } from '@onewindow/service';
import { regionKind } from '../region/region.kind.ts';
import { NATIONAL, type HeldCalendar } from './domain/calendar-rule.ts';
import type { RuleState } from './domain/standing-rule.ts';
import { ruleId } from './rule-id.ts';
import { standingRuleKind } from './standing-rule.kind.ts';

/** By what days are counted in a region at a moment, and by which version of whose rule. */
interface CalendarInForce extends HeldCalendar {
  /** Null where no region on the way up has a rule: then the national notices hold and nothing beside them. */
  readonly rule: View<RuleState> | null;
  readonly version: number | null;
}

/** How days count in a region during one year. */
export interface WorkingCalendarOf extends Pick<CalendarInForce, 'calendar' | 'rule' | 'version'> {
  readonly region: string;
  readonly year: number;
}

/** More regions above one another than this are a circle. */
const MOST_LEVELS = 10;

/** The nearest region on the way up that has a calendar at that moment, else the national one (行政许可法 82). */
export async function calendarInForce(
  kinds: Kinds,
  { region, at }: { readonly region: string; readonly at: Instant },
): Promise<CalendarInForce> {
  const places = await placesAbove(kinds, region);
  const loaded = await Promise.all(
    places.map((place) => kinds.of(standingRuleKind).byId.load(ruleId('CALENDAR', place))),
  );
  const rules = new Map(loaded.flatMap((rule) => (rule ? [[rule.place, rule] as const] : [])));
  const found = nearestVersion(places, (place) => rules.get(place)?.versions, at);
  const rule = found && rules.get(found.place);
  if (!found || !rule) return { ...NATIONAL, rule: null, version: null };
  const { n, content } = found.version;
  return { calendar: calendarOfVersion(rule, found.version), content, rule, version: n };
}

/** The region and those that it is a part of, nearest first. */
async function placesAbove(kinds: Kinds, region: string): Promise<readonly string[]> {
  const places: string[] = [];
  let next: string | null = region;
  while (next !== null && places.length < MOST_LEVELS) {
    places.push(next);
    next = (await kinds.of(regionKind).byId.load(next))?.parent ?? null;
  }
  return places;
}

type DayThatDiffers = CalendarDay & {
  readonly reason: Exclude<CalendarDay['reason'], 'WORKDAY' | 'WEEKEND'>;
};

const differs = (day: CalendarDay): day is DayThatDiffers =>
  day.reason !== 'WORKDAY' && day.reason !== 'WEEKEND';

/** The days of the year that are not as in a plain week: holidays, and weekend days that are worked. */
export function daysThatDiffer({
  calendar,
  year,
}: Pick<WorkingCalendarOf, 'calendar' | 'year'>): readonly DayThatDiffers[] {
  const days: DayThatDiffers[] = [];
  const first = parseDay(`${year}-01-01`);
  if (!first) return days;
  for (let day = first; day.startsWith(`${year}-`); day = nextDay(day)) {
    const found = calendar.day(day);
    if (differs(found)) days.push(found);
  }
  return days;
}
