import { deadline, type Calendar, type Deadline, type Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CountedClock } from './case.ts';
import { started, type Counting } from './clocks.ts';

const SUPPLEMENT_RULE = '补正期限(本地规则)';

/** How long a notice waits for papers, from when the applicant has it (送达): at its end the application lapses. */
export const supplementDeadline = (
  startedAt: Instant,
  period: Period,
  calendar: Calendar,
): Deadline => deadline({ calendar, rule: SUPPLEMENT_RULE, startedAt, period, suspensions: [] });

/** The same as a clock of the case. */
export const supplementClock = (
  servedAt: Instant,
  period: Period,
  counting: Counting,
): CountedClock =>
  started('SUPPLEMENT', supplementDeadline(servedAt, period, counting.calendar), counting);
