import { z } from 'zod';

export const caseStatus = z.enum([
  'SUBMITTED',
  'SUPPLEMENT_REQUIRED',
  'ACCEPTED',
  'IN_PROCESS',
  'APPROVED',
  'REJECTED',
  'RETURNED',
  'LAPSED',
  'WITHDRAWN',
  'ISSUED',
  'COMPLETED',
  'ARCHIVED',
]);

/** The clocks of a case by which somebody here may be late. */
export const caseClock = z.enum([
  'TELL_ONCE',
  'DECISION',
  'COMMITTED',
  'DELIVERY',
  'STEP',
  'URGENT',
]);

/** The six kinds (002:35). */
export const caseKind = z.enum([
  ...(['IMMEDIATE', 'COMMITTED', 'JOINT', 'RETURNED', 'SUPPLEMENT', 'URGENT'] as const),
]);

/** A case as everybody may know it: no applicant, no text that somebody wrote about a person. */
export const caseSnapshot = z.object({
  /**
   * By which somebody shows that the case is his: the blind index of `<case id>:<his identity index>`, and of
   * `<case id>:<query code>`. They say nothing without the key, and are of no other case. Old cases have no applicant's.
   */
  proofs: z.object({ applicant: z.string().optional(), queryCode: z.string() }).optional(),
  id: z.uuid(),
  status: caseStatus,
  kind: caseKind,
  /** The number on the receipt, given at submission. */
  receiptNumber: z.string().nullable(),
  item: z.uuid(),
  itemRevision: z.int().positive(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid(),
  window: z.uuid().nullable(),
  /** The member of staff who accepted it or holds it now. */
  handler: z.uuid().nullable(),
  submittedAt: z.string(),
  acceptedAt: z.string().nullable(),
  deemedAccepted: z.boolean(),
  /** The clocks that run: which, and by when. */
  deadlines: z.array(
    z.object({
      clock: caseClock,
      dueAt: z.string().nullable(),
      provisional: z.boolean(),
    }),
  ),
  overdue: z.boolean(),
  certificateNumber: z.string().nullable(),
  /** Who decided it, null before; absent in events from before it was told. */
  decidedBy: z.uuid().nullish(),
});

/** Procedures whose time is not counted (行政许可法 45). */
export const suspensionProcedure = z.enum([
  'HEARING',
  'TENDER',
  'AUCTION',
  'TEST',
  'INSPECTION',
  'QUARANTINE',
  'APPRAISAL',
  'EXPERT_REVIEW',
]);

/** The steps of an accepted case: counted ones, and the procedures that are not. */
export const caseStepKind = z.enum([
  ...(['REVIEW', 'SURVEY', 'ARGUMENTATION', 'PUBLIC_NOTICE', 'FEE', 'MEETING'] as const),
  ...(['HANDLING', 'DEPARTMENT', 'REFERRAL'] as const),
  ...suspensionProcedure.options,
]);

/** What all contracts of a case begin with. */
export const cases = (happened: string) =>
  ({ service: 'cases', aggregate: 'case', happened, version: 1 }) as const;
export const clockHappened = z.object({ clock: caseClock, dueAt: z.string() });
/** What happened, with the case as everybody may know it. */
export const carrying = <Happened extends z.ZodType>(happened: Happened) =>
  z.object({ happened, snapshot: caseSnapshot });

export type CaseSnapshot = z.infer<typeof caseSnapshot>;
