import type { Calendar } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CasePeriods } from './case.ts';
import type { Counting } from './clocks.ts';

/** What the lifecycle is made with: the calendars as windows tells of them, and the local rule table. */
export interface CaseRules extends CasePeriods {
  /** The version that is in force at that moment; each deadline names the one that it was counted by. */
  readonly calendarOf: (region: string, at: Instant) => Calendar;
  /** How many applications of one applicant for one item may wait for their decision at once. No article sets it. */
  readonly mostOpenApplications: number;
  /** No dossier leaves the centre for its department (A16). No article sets it. */
  readonly keepsDossiersInside: boolean;
}

export function countingIn(region: string, rules: CaseRules, at: Instant): Counting {
  const { closing, dueSoonWorkingDays, withoutLimit } = rules;
  return { calendar: rules.calendarOf(region, at), closing, dueSoonWorkingDays, withoutLimit };
}
