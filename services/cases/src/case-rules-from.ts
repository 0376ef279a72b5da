import { createCalendar } from '@onewindow/calendar';
import type { CaseRules } from './domain/case-rules.ts';
import type { CasesEnvironment } from './environment.ts';

const national = createCalendar({
  region: { code: 'CN', name: '全国' },
  version: '1',
  regionalHolidays: [],
  overrides: [],
});

/** The local rule table; a region without a calendar of its own has the national one. */
export function caseRulesFrom({ rules }: Pick<CasesEnvironment, 'rules'>): CaseRules {
  const { supplement, dueSoonWorkingDays, regionalCalendars } = rules;
  return {
    supplement,
    dueSoonWorkingDays,
    calendarOf: (region) => regionalCalendars.get(region) ?? national,
  };
}
