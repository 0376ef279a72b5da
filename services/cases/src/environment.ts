import { createCalendar, type Calendar, type CalendarSource } from '@onewindow/calendar';
import { personalDataEnvironment, type EnvironmentSource } from '@onewindow/runtime';
import { parseServiceEnvironment } from '@onewindow/service';
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

export const parseCasesEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, { personalData: personalDataEnvironment, rules });
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
