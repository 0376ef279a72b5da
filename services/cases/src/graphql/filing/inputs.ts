import type { Instant } from '@onewindow/kernel';
import { inWords, phoneNumber } from '@onewindow/subgraph';
import { z } from 'zod';
import { isIdentityNumber } from '../../commands/applicant.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const LONG = 2_000;

const repeatable = {
  commandId: z.string().max(128).nullish(),
  expectedVersion: z.int().nullish(),
};

const notAnybodysNumber = inWords({
  en: 'This is no number of this kind: check its length, its date of birth and its check digit.',
  zh: '证件号码有误，请核对位数、出生日期和校验码。',
});

/** Whether numbers that are invalid by design pass depends on where the service runs; nobody is born after `at`. */
export const submitCaseInput = (where: {
  readonly acceptDemoNumbers: boolean;
  readonly at: Instant;
}) =>
  z.object({
    commandId: repeatable.commandId,
    itemId: z.uuid(),
    materials: z.array(text(64)).max(200),
    applicant: z
      .object({
        kind: z.enum(['NATURAL', 'LEGAL']),
        name: text(200),
        phone: phoneNumber,
        identityNumber: text(18),
        address: text(500).nullish(),
      })
      .refine((applicant) => isIdentityNumber(applicant, where), {
        ...notAnybodysNumber,
        path: ['identityNumber'],
      }),
    matter: text(200).nullish(),
  });

/** Whoever is named as superior in it counts for nothing. */
export const negativeReport = z.object({
  situation: z.string().max(LONG),
  reasons: z.string().max(LONG),
  rule: z.string().max(200),
});

export const returnCaseInput = z.object({
  ...repeatable,
  caseId: z.string(),
  told: z.object({
    qualifications: z.string().max(LONG),
    conditions: z.string().max(LONG),
    procedure: z.string().max(LONG),
  }),
  report: negativeReport,
});
