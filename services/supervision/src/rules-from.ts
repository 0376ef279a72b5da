import { createCalendar, type Calendar, type Period } from '@onewindow/calendar';
import type { ComplaintChannel, ReplyPeriods } from './domain/complaint.ts';
import { REPLY_PERIODS } from './domain/reply-deadline.ts';
import type { SupervisionEnvironment } from './environment.ts';

const national = createCalendar({
  region: { code: 'CN', name: '全国' },
  version: '1',
  regionalHolidays: [],
  overrides: [],
});

export interface SupervisionRules {
  readonly replyPeriods: ReplyPeriods;
  readonly acknowledgeWithin: Period;
  readonly calendarOf: (region: string) => Calendar;
}

/** The local rule table; a region without a calendar of its own has the national one. */
export function rulesFrom({ rules }: Pick<SupervisionEnvironment, 'rules'>): SupervisionRules {
  const { replyDays, acknowledgeWithin, regionalCalendars } = rules;
  const channels = Object.entries(REPLY_PERIODS) as [ComplaintChannel, Period][];
  return {
    replyPeriods: Object.fromEntries(
      channels.map(([channel, period]) => [
        channel,
        { ...period, value: replyDays[channel] ?? period.value },
      ]),
    ) as ReplyPeriods,
    acknowledgeWithin,
    calendarOf: (region) => regionalCalendars.get(region) ?? national,
  };
}
