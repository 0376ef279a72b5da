import { deadline, type Calendar, type Deadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';

/** No article sets it: behind that a notice is on the list of those that have reached nobody. */
export const UNSERVED_AFTER = { value: 5, unit: 'WORKING_DAYS' } as const;

/** By when a notice is to be served. */
export const servedBy = (calendar: Calendar, issuedAt: Instant): Deadline =>
  deadline({
    calendar,
    rule: '送达期限(本地规则)',
    startedAt: issuedAt,
    period: UNSERVED_AFTER,
    suspensions: [],
  });
