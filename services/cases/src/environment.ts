import { personalDataEnvironment, type EnvironmentSource } from '@onewindow/runtime';
import { parseServiceEnvironment } from '@onewindow/service';
import { z } from 'zod';
import { sendingEnvironment } from './notice/sending/environment.ts';

const days = (fallback: number) => z.coerce.number().int().min(0).max(365).default(fallback);

/** The numbers that no law sets. */
const rules = z
  .object({
    SUPPLEMENT_WORKING_DAYS: days(30),
    DUE_SOON_WORKING_DAYS: days(1),
    DEFAULT_LIMIT_WORKING_DAYS: days(20),
    CLOSING_TIME: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
      .default('17:00'),
    OPEN_APPLICATIONS_PER_ITEM: z.coerce.number().int().min(1).max(100).default(10),
    // Everything is done inside the centre: no dossier goes to its department (A16).
    DOSSIERS_STAY_INSIDE: z.stringbool().default(false),
  })
  .transform((it) => ({
    supplement: { value: it.SUPPLEMENT_WORKING_DAYS, unit: 'WORKING_DAYS' as const },
    dueSoonWorkingDays: it.DUE_SOON_WORKING_DAYS,
    withoutLimit: { value: it.DEFAULT_LIMIT_WORKING_DAYS, unit: 'WORKING_DAYS' as const },
    closing: it.CLOSING_TIME,
    mostOpenApplications: it.OPEN_APPLICATIONS_PER_ITEM,
    keepsDossiersInside: it.DOSSIERS_STAY_INSIDE,
  }));

export const parseCasesEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, {
    personalData: personalDataEnvironment,
    rules,
    sending: sendingEnvironment,
  });
export type CasesEnvironment = ReturnType<typeof parseCasesEnvironment>;
