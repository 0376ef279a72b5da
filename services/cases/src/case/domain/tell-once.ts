import { deadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CountedClock } from './case.ts';
import { started, type Counting } from './clocks.ts';

export const TELL_ONCE_WORKING_DAYS = 5;

/**
 * Within 5 working days of the receipt of the materials the applicant is told everything that is
 * missing, or the case is accepted or refused; otherwise it is accepted as of the receipt (行政许可法 32(4)).
 */
export function tellOnceClock(receivedAt: Instant, counting: Counting): CountedClock {
  const due = deadline({
    calendar: counting.calendar,
    rule: '行政许可法 32',
    startedAt: receivedAt,
    period: { value: TELL_ONCE_WORKING_DAYS, unit: 'WORKING_DAYS' },
    suspensions: [],
  });
  return started('TELL_ONCE', due, counting);
}
