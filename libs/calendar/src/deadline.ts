import type { Instant } from '@onewindow/kernel';
import type { Calendar } from './calendar.ts';
import { dayOf, endOfDay, nextDay, type Day } from './day.ts';
import type { Deadline, LedgerDay, Period, Suspension } from './period.ts';
import { checkPeriod } from './working-days.ts';

export interface DeadlineTerms {
  readonly calendar: Calendar;
  /** The article or source that sets the period (`行政许可法 42`). */
  readonly rule: string;
  readonly startedAt: Instant;
  readonly period: Period;
  readonly suspensions: readonly Suspension[];
}

/**
 * The end of a period, with every day on the way and why it counts or not.
 *
 * - Counting starts the day after the starting event; the time of day does not matter. A period of 0 ends
 *   with the starting day.
 * - Working days are those of the calendar (行政许可法 82); a period in working days ends on one.
 * - Calendar days all count, and a last day that is a day off is NOT moved to the next workday: the
 *   rules that count so (信访工作条例 22, 34) set no such extension. A rule that has one moves it itself.
 * - A suspended day does not count (行政许可法 45), whatever day it is. A suspension that still lasts
 *   when days remain leaves `dueAt` null, and the ledger ends with its first day.
 * - `provisional` when a day was decided by a calendar that does not know its year.
 */
export function deadline(terms: DeadlineTerms): Deadline {
  const { calendar, rule, startedAt, period } = terms;
  checkPeriod(period);
  const pauses = terms.suspensions.map(pauseOf);
  const ledger: LedgerDay[] = [];
  let provisional = false;
  let stopped = false;
  let counted = 0;
  let day = dayOf(startedAt);

  while (counted < period.value && !stopped) {
    day = nextDay(day);
    const pause = pauses.find((candidate) => covers(candidate, day));
    if (pause) {
      ledger.push({ day, counts: false, counted, reason: 'SUSPENDED', name: pause.reason });
      stopped = pauses.some(({ from, until }) => until === null && from <= day);
      continue;
    }
    if (period.unit === 'CALENDAR_DAYS') {
      counted += 1;
      ledger.push({ day, counts: true, counted, reason: 'CALENDAR_DAY', name: null });
      continue;
    }
    const { works, reason, name, known } = calendar.day(day);
    if (works) counted += 1;
    if (!known) provisional = true;
    ledger.push({ day, counts: works, counted, reason, name });
  }

  return {
    rule,
    period: { value: period.value, unit: period.unit },
    startedAt,
    dueAt: stopped ? null : endOfDay(day),
    provisional,
    calendarVersion: calendar.version,
    ledger,
  };
}

interface Pause {
  readonly reason: string;
  readonly from: Day;
  readonly until: Day | null;
}

function pauseOf({ reason, from, until }: Suspension): Pause {
  return { reason, from: dayOf(from), until: until === null ? null : dayOf(until) };
}

function covers({ from, until }: Pause, day: Day): boolean {
  return from <= day && (until === null || day < until);
}
