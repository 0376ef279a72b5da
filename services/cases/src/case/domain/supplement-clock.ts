import { deadline, type Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CountedClock } from './case.ts';
import { started, type Counting } from './clocks.ts';

export const SUPPLEMENT_RULE = '补正期限(本地规则)';

/** How long a notice waits for papers, from when the applicant has it (送达): at its end the application lapses. */
export function supplementClock(
  servedAt: Instant,
  period: Period,
  counting: Counting,
): CountedClock {
  const { calendar } = counting;
  const terms = { calendar, rule: SUPPLEMENT_RULE, startedAt: servedAt, period, suspensions: [] };
  return started('SUPPLEMENT', deadline(terms), counting);
}
