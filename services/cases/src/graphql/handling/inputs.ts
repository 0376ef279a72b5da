import { z } from 'zod';
import { negativeReport } from '../filing/inputs.ts';

const onCase = {
  commandId: z.string().max(128).nullish(),
  expectedVersion: z.int().nullish(),
  caseId: z.string(),
};

export const suspendCaseInput = z.object({
  ...onCase,
  procedure: z.enum([
    'HEARING',
    'TENDER',
    'AUCTION',
    'TEST',
    'INSPECTION',
    'QUARANTINE',
    'APPRAISAL',
    'EXPERT_REVIEW',
  ]),
  toldDays: z.int().min(1).max(365),
});

export const decideCaseInput = z.object({
  ...onCase,
  outcome: z.enum(['APPROVED', 'REJECTED']),
  sealId: z.string(),
  report: negativeReport.nullish().transform((report) => report ?? null),
});

export const issueCertificateInput = z.object({
  ...onCase,
  certificateNumber: z.string().trim().min(1).max(64),
  inPerson: z.boolean(),
});
