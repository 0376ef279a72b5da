import { createCalendar, type Calendar, type CalendarSource } from '@onewindow/calendar';
import { personalDataEnvironment, type EnvironmentSource } from '@onewindow/runtime';
import { parseServiceEnvironment } from '@onewindow/service';
import { z } from 'zod';

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

/** The numbers that no law sets, and the regions with holidays of their own by region id. */
const rules = z
  .object({
    COMPLAINT_REPLY_DAYS: z
      .string()
      .default('{}')
      .transform((text, context) => readReplyDays(text, context)),
    REPORT_ACKNOWLEDGE_WORKING_DAYS: z.coerce.number().int().min(0).max(30).default(1),
    REGIONAL_CALENDARS: z
      .string()
      .default('{}')
      .transform((text, context) => readCalendars(text, context)),
  })
  .transform((it) => ({
    replyDays: it.COMPLAINT_REPLY_DAYS,
    acknowledgeWithin: {
      value: it.REPORT_ACKNOWLEDGE_WORKING_DAYS,
      unit: 'WORKING_DAYS' as const,
    },
    regionalCalendars: it.REGIONAL_CALENDARS,
  }));

export const parseSupervisionEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, { personalData: personalDataEnvironment, rules });
export type SupervisionEnvironment = ReturnType<typeof parseSupervisionEnvironment>;

function readReplyDays(text: string, context: z.RefinementCtx): z.output<typeof replyDays> {
  try {
    return replyDays.parse(JSON.parse(text));
  } catch (cause) {
    const message = `must be JSON of days by channel: ${(cause as Error).message}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
}

function readCalendars(text: string, context: z.RefinementCtx): ReadonlyMap<string, Calendar> {
  try {
    const sources = JSON.parse(text) as Readonly<Record<string, CalendarSource>>;
    return new Map(Object.entries(sources).map(([id, source]) => [id, createCalendar(source)]));
  } catch (cause) {
    const message = `must be JSON of calendars by region: ${(cause as Error).message}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
}
