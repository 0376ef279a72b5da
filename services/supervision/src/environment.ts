import type { Period } from '@onewindow/calendar';
import { personalDataEnvironment, type EnvironmentSource } from '@onewindow/runtime';
import { jsonVariable, parseServiceEnvironment } from '@onewindow/service';
import { z } from 'zod';
import type { ComplaintChannel, ReplyPeriods } from './complaint/domain/complaint.ts';
import { REPLY_PERIODS } from './complaint/domain/reply-deadline.ts';

const days = z.int().min(1).max(365);
const replyDays = z
  .object({
    PHONE: days,
    MAILBOX: days,
    OPINION_BOX: days,
    SERVICE_DESK: days,
    WEB: days,
    HOTLINE: days,
    REPORT_PHONE: days,
  })
  .partial()
  .strict();

/** The numbers that no law sets. */
const rules = z
  .object({
    COMPLAINT_REPLY_DAYS: jsonVariable('days by channel', replyPeriods),
    REPORT_ACKNOWLEDGE_WORKING_DAYS: z.coerce.number().int().min(0).max(30).default(1),
  })
  .transform((it) => ({
    replyPeriods: it.COMPLAINT_REPLY_DAYS,
    acknowledgeWithin: {
      value: it.REPORT_ACKNOWLEDGE_WORKING_DAYS,
      unit: 'WORKING_DAYS' as const,
    },
  }));

export const parseSupervisionEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, {
    personalData: personalDataEnvironment,
    rules,
  });
export type SupervisionEnvironment = ReturnType<typeof parseSupervisionEnvironment>;

/** A channel without days of its own has the usual ones. */
function replyPeriods(json: unknown): ReplyPeriods {
  const own = replyDays.parse(json);
  const usual = Object.entries(REPLY_PERIODS) as [ComplaintChannel, Period][];
  return Object.fromEntries(
    usual.map(([channel, period]) => [channel, { ...period, value: own[channel] ?? period.value }]),
  ) as ReplyPeriods;
}
