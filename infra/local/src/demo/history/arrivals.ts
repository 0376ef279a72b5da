import { dayOf, type Calendar, type Day } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import { bustle, CLOSES, daysBetween, isMonday, momentOf, NOON, OPENS } from './opening-hours.ts';
import type { Random } from './random.ts';

/** That an application comes in. */
export interface Arrival {
  readonly at: Instant;
  readonly via: 'WINDOW' | 'WEB';
}

export interface Season {
  readonly calendar: Calendar;
  readonly from: Day;
  readonly until: Instant;
  /** About how many applications come in, however many of the days are holidays. */
  readonly count: number;
}

const WEB_SHARE = 0.18;
/** The last ones are let in early enough to be finished with on the same day. */
const DOORS_SHUT = CLOSES - 35;

/** Who comes when: to the windows in the hall's hours, over the net whenever there is time for it. */
export function arrivals(random: Random, season: Season): readonly Arrival[] {
  const { calendar, from, until, count } = season;
  const days = [...daysBetween(from, dayOf(until))];
  const perBustle =
    (count * (1 - WEB_SHARE)) / days.reduce((sum, day) => sum + bustle(calendar, day), 0);
  const perDayOverTheNet = (count * WEB_SHARE) / days.length;
  const all: Arrival[] = [];
  let atWindows = 0;
  let overTheNet = 0;
  for (const day of days) {
    for (
      atWindows += perBustle * bustle(calendar, day) * (0.7 + random.next() * 0.6);
      atWindows >= 1;
      atWindows--
    ) {
      all.push({ at: hallMoment(random, day), via: 'WINDOW' });
    }
    for (
      overTheNet += perDayOverTheNet * (0.6 + random.next() * 0.8);
      overTheNet >= 1;
      overTheNet--
    ) {
      all.push({
        at: momentOf(day, random.between(7 * 60, 22 * 60), random.between(0, 59)),
        via: 'WEB',
      });
    }
  }
  return all
    .filter(({ at }) => at <= until)
    .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

function hallMoment(random: Random, day: Day): Instant {
  const minutes = random.chance(isMonday(day) ? 0.8 : 0.6)
    ? random.between(OPENS + 1, isMonday(day) ? OPENS + 110 : NOON.from - 10)
    : random.between(NOON.until + 2, DOORS_SHUT);
  return momentOf(day, minutes, random.between(0, 59));
}
