import { createCalendar, type Calendar, type CalendarSource } from '@onewindow/calendar';
import {
  clockEnvironment,
  httpEnvironment,
  journalEnvironment,
  logEnvironment,
  mongoEnvironment,
  natsEnvironment,
  parseEnvironment,
  personalDataEnvironment,
  requestTokenEnvironment,
  type EnvironmentSource,
} from '@onewindow/runtime';
import { z } from 'zod';

const days = (fallback: number) => z.coerce.number().int().min(0).max(365).default(fallback);

/** The numbers that no law sets, and the regions with holidays of their own (三月三 …) by region id. */
const rules = z
  .object({
    SUPPLEMENT_WORKING_DAYS: days(30),
    DUE_SOON_WORKING_DAYS: days(1),
    REGIONAL_CALENDARS: z
      .string()
      .default('{}')
      .transform((text, context) => readCalendars(text, context)),
  })
  .transform((it) => ({
    supplement: { value: it.SUPPLEMENT_WORKING_DAYS, unit: 'WORKING_DAYS' as const },
    dueSoonWorkingDays: it.DUE_SOON_WORKING_DAYS,
    regionalCalendars: it.REGIONAL_CALENDARS,
  }));

/** Demo numbers and fail points exist on a developer's machine and nowhere else. */
const local = z
  .object({ ONEWINDOW_LOCAL: z.string().optional(), ONEWINDOW_FAIL_POINT: z.string().optional() })
  .transform(({ ONEWINDOW_LOCAL, ONEWINDOW_FAIL_POINT }) => {
    const isLocal = ONEWINDOW_LOCAL === '1';
    return { acceptDemoNumbers: isLocal, failPoint: isLocal ? ONEWINDOW_FAIL_POINT : undefined };
  });

export const parseCasesEnvironment = (source: EnvironmentSource) =>
  parseEnvironment(source, {
    mongo: mongoEnvironment,
    nats: natsEnvironment,
    http: httpEnvironment,
    requestTokens: requestTokenEnvironment,
    journal: journalEnvironment,
    personalData: personalDataEnvironment,
    log: logEnvironment,
    clock: clockEnvironment,
    rules,
    local,
  });
export type CasesEnvironment = ReturnType<typeof parseCasesEnvironment>;

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
