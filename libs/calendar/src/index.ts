export { addPeriod, deadline, subtractPeriod, workingDaysBetween } from './deadline.ts';
export { createCalendar, type Calendar, type CalendarSource } from './calendar.ts';
export { dayOf, endOfDay, nextDay, parseDay, startOfDay, type Day } from './day.ts';
export type {
  Deadline,
  LedgerDay,
  LedgerReason,
  Period,
  PeriodUnit,
  Suspension,
} from './period.ts';
