import type { TimeLimit } from './item-content.ts';

/** True when `promised` can outlast `statutory`: a promise is never longer than the law's limit (002:24). */
export function isLonger(promised: TimeLimit, statutory: TimeLimit): boolean {
  return promised.unit === statutory.unit
    ? promised.value > statutory.value
    : calendarSpan(promised) > calendarSpan(statutory);
}

/** Calendar days of a limit without holidays: five working days take a weekend with them. */
function calendarSpan({ value, unit }: TimeLimit): number {
  return unit === 'CALENDAR_DAYS' ? value : value + 2 * Math.floor(value / 5);
}
