import { deadline, type Calendar, type Deadline } from '@onewindow/calendar';
import type { CaseClock, SpecialTime } from './case.ts';
import { atClosing } from './closing-time.ts';
import { PROCEDURE_NAMES } from './procedure-names.ts';

/**
 * A clock's deadline with every day on the way, counted from what the case keeps: its rule, start and period, and the
 * times that don't count (行政许可法 45), which only those of decision, promise and steps have.
 */
export function countedAgain(
  { clock, closes, deadline: { rule, startedAt, period }, ended }: CaseClock,
  times: readonly SpecialTime[],
  calendar: Calendar,
): Deadline {
  const own = WITH_SPANS.includes(clock) ? times : [];
  const suspensions = own
    // What began when the clock had ended moves it no more.
    .filter(({ from }) => ended === null || from < ended.at)
    .map((time) => uncounted(time, calendar));
  const counted = { calendar, rule, startedAt, suspensions };
  return closes === undefined
    ? deadline({ ...counted, period })
    : atClosing({ ...counted, closes });
}

/**
 * The days of a special procedure that do not count: as long as it takes, and at longest as long as the applicant was
 * told in writing that it would (行政许可法 45). What it takes beyond is the department's time.
 */
export function uncounted({ procedure, from, until, toldDays }: SpecialTime, calendar: Calendar) {
  const period = { value: toldDays, unit: 'WORKING_DAYS' } as const;
  const told = { calendar, rule: '行政许可法 45', startedAt: from, period, suspensions: [] };
  const toldUntil = deadline(told).dueAt ?? from;
  const isOver = until !== null && until < toldUntil;
  return { reason: PROCEDURE_NAMES[procedure], from, until: isOver ? until : toldUntil };
}

/** Whether this is the deadline that the clock has, and not what another calendar would make of it. */
export const isOf = ({ deadline: kept }: CaseClock, counted: Deadline): boolean =>
  kept.dueAt === counted.dueAt && kept.calendarVersion === counted.calendarVersion;

const WITH_SPANS: readonly CaseClock['clock'][] = ['DECISION', 'COMMITTED', 'STEP'];
