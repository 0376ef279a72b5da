import type { Instant } from '@onewindow/kernel';
import type { Calendar } from './calendar.ts';
import { addDays, dayOf, daysBetween, startOfDay, type Day } from './day.ts';
import type { Deadline } from './period.ts';
import { checkPeriod, workingDaysBetween } from './working-days.ts';

/**
 * Whole days left after today, in the unit of the period: the whole period on the starting day, 0 on the
 * last day. While a suspension lasts it stands still. From the moment it is due it is negative: the
 * days since the last day, and at least -1, so that a late Saturday is not 0.
 */
export function remaining(due: Deadline, calendar: Calendar, at: Instant): number {
  const today = dayOf(at);
  if (due.dueAt === null || at < due.dueAt) {
    const counted = due.ledger.findLast(({ day }) => day <= today)?.counted ?? 0;
    return due.period.value - counted;
  }
  const last = lastDay(due);
  const over =
    due.period.unit === 'WORKING_DAYS'
      ? workingDaysBetween(calendar, last, today)
      : daysBetween(last, today);
  return -Math.max(1, over);
}

/**
 * When a warning is given: the start of the working day that lies `workingDaysBefore` working days
 * before the last day, also for a period in calendar days. 0 is the start of the last day. May lie
 * before the start of a period shorter than that; null as long as the last day is not known.
 */
export function dueSoonAt(
  due: Deadline,
  calendar: Calendar,
  workingDaysBefore: number,
): Instant | null {
  checkPeriod({ value: workingDaysBefore, unit: 'WORKING_DAYS' });
  if (due.dueAt === null) return null;
  let day = lastDay(due);
  for (let left = workingDaysBefore; left > 0;) {
    day = addDays(day, -1);
    if (calendar.day(day).works) left -= 1;
  }
  return startOfDay(day);
}

function lastDay({ ledger, startedAt }: Deadline): Day {
  return ledger.at(-1)?.day ?? dayOf(startedAt);
}
