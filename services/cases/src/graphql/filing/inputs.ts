import { inWords } from '@onewindow/subgraph';
import { z } from 'zod';
import { isIdentityNumber } from '../../commands/applicant.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const LONG = 2_000;

const repeatable = {
  commandId: z.string().max(128).nullish(),
  expectedVersion: z.int().nullish(),
};

const notAnybodysNumber = inWords({
  en: 'This is no number of this kind: check its length and check digit.',
  zh: '号码有误，请核对位数和校验码。',
});

/** Whether numbers that are invalid by design pass depends on where the service runs. */
export const submitCaseInput = (acceptDemoNumbers: boolean) =>
  z.object({
    commandId: repeatable.commandId,
    itemId: z.uuid(),
    materials: z.array(text(64)).max(200),
    applicant: z
      .object({
        kind: z.enum(['NATURAL', 'LEGAL']),
        name: text(200),
        phone: text(32).regex(/^[\d+() -]{5,32}$/),
        identityNumber: text(18),
        address: text(500).nullish(),
      })
      .refine((applicant) => isIdentityNumber(applicant, acceptDemoNumbers), {
        ...notAnybodysNumber,
        path: ['identityNumber'],
      }),
    matter: text(200).nullish(),
  });

export const negativeReport = z
  .object({
    situation: z.string().max(LONG),
    reasons: z.string().max(LONG),
    rule: z.string().max(200),
    superiorId: z.uuid(),
  })
  .transform(({ superiorId, ...report }) => ({ ...report, superior: superiorId }));

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
