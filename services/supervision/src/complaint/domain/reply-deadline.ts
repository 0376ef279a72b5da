import { deadline, type Calendar, type Deadline, type Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import { certain } from '../../domain/certain-deadline.ts';
import type { ComplaintState, ReplyPeriods } from './complaint.ts';

/** What was told by phone is answered in 3 days, what was written in 7 (001:49); the days are calendar days (A9). */
const BY_PHONE: Period = { value: 3, unit: 'CALENDAR_DAYS' };
const IN_WRITING: Period = { value: 7, unit: 'CALENDAR_DAYS' };

/** No number is set for complaints: those of the hotline are taken, each channel may have its own (A24). */
export const REPLY_PERIODS: ReplyPeriods = {
  PHONE: BY_PHONE,
  HOTLINE: BY_PHONE,
  REPORT_PHONE: BY_PHONE,
  SERVICE_DESK: IN_WRITING,
  MAILBOX: IN_WRITING,
  OPINION_BOX: IN_WRITING,
  WEB: IN_WRITING,
};

export const replyDeadline = (
  calendar: Calendar,
  startedAt: Instant,
  period: Period,
): Deadline & { readonly dueAt: Instant } =>
  certain(deadline({ calendar, rule: '001:49', startedAt, period, suspensions: [] }));

/** 件件有回音: it runs until the complainant has an answer, and ends once. */
export function complaintTimers(
  state: ComplaintState,
): readonly { readonly kind: 'REPLY_DUE'; readonly at: Instant }[] {
  if (state.status === 'ABSENT' || state.status === 'REPLIED' || state.status === 'CLOSED') {
    return [];
  }
  const { dueAt } = state.deadline;
  return state.overdue || dueAt === null ? [] : [{ kind: 'REPLY_DUE', at: dueAt }];
}
