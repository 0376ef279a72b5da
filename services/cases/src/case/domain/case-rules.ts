import type { Calendar } from '@onewindow/calendar';
import type { CasePeriods } from './case.ts';
import type { Counting } from './clocks.ts';

/** What the lifecycle is made with: the calendars and the local rule table. Fixed for the life of a process. */
export interface CaseRules extends CasePeriods {
  readonly calendarOf: (region: string) => Calendar;
  /** How many applications of one applicant for one item may wait for their decision at once. No article sets it. */
  readonly mostOpenApplications: number;
}

export function countingIn(region: string, rules: CaseRules): Counting {
  return {
    calendar: rules.calendarOf(region),
    dueSoonWorkingDays: rules.dueSoonWorkingDays,
  };
}
