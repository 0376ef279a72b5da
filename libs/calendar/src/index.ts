export { createCalendar, type Calendar, type CalendarDay } from './calendar.ts';
export { calendarOfVersion } from './calendar-of-version.ts';
export type { CalendarContent, CalendarSource, Holiday, TaughtYear } from './calendar-source.ts';
export {
  addDays,
  addYears,
  dayOf,
  daysBetween,
  endOfDay,
  nextDay,
  parseDay,
  startOfDay,
  type Day,
} from './day.ts';
export { deadline, type DeadlineTerms } from './deadline.ts';
export { nationalCalendar } from './national-calendar.ts';
export {
  calendarFaults,
  calendarSourceProblems,
  parseCalendarSource,
  type CalendarFault,
} from './parse-calendar-source.ts';
export { changedDays } from './changed-days.ts';
export type {
  Deadline,
  KeptDeadline,
  LedgerDay,
  LedgerReason,
  Period,
  PeriodUnit,
  Suspension,
} from './period.ts';
export { dueSoonAt, remaining } from './remaining.ts';
export { addPeriod, subtractPeriod, workingDaysBetween } from './working-days.ts';
