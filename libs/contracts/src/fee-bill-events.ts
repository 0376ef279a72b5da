import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** A bill as everybody may know it: what is charged by which standard, never by whom it is paid. Amounts are yuan as text. */
export const feeBillSnapshot = z.object({
  id: z.uuid(),
  status: z.enum([
    'BILLED',
    'RELIEF_PENDING',
    'INVOICED',
    'COLLECTED',
    'DEPOSITED',
    'RECONCILED',
    'NOT_CHARGED',
    'VOIDED',
    'REFUND_DUE',
    'REFUNDED',
  ]),
  case: z.uuid(),
  item: z.uuid(),
  itemRevision: z.int().positive(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid(),
  lines: z.array(
    z.object({
      name: z.string(),
      unit: z.string().nullable(),
      policy: z.enum(['CHARGE', 'MAY_REDUCE', 'MAY_EXEMPT', 'FORBIDDEN', 'UNCLEAR']),
      document: z.string().nullable(),
      quantity: z.int().positive(),
      /** For one unit, by the standard in force at acceptance. */
      charge: z.string(),
      amount: z.string(),
    }),
  ),
  total: z.string(),
  /** The total less what was granted. */
  payable: z.string(),
  /** Who has billed, invoiced, collected and deposited it: nobody twice (002:105). Null before. */
  hands: z.object({
    billed: z.uuid(),
    invoiced: z.uuid().nullable(),
    collected: z.uuid().nullable(),
    deposited: z.uuid().nullable(),
  }),
  /** The account that the money was paid to, null before. */
  account: z.string().nullable(),
});
export type FeeBillSnapshot = z.infer<typeof feeBillSnapshot>;

const ofFeeBill = <Happened extends z.ZodType>(
  happened: string,
  told: Happened,
  words: { readonly en: string; readonly zh: string },
) =>
  defineEvent({
    service: 'cases',
    aggregate: 'fee-bill',
    happened,
    version: 1,
    schema: z.object({ happened: told, snapshot: feeBillSnapshot }),
    description: words,
  });
const nothingMore = z.object({});
const decided = z.object({ document: z.string().nullable() });

const granted = z.object({ how: z.enum(['BY_POLICY', 'BY_MEETING']), document: z.string() });

export const feeBilled = ofFeeBill('billed', nothingMore, {
  en: 'The unit has issued the bill of a case, all fees on one ticket.',
  zh: '执收单位开单',
});
export const feeInvoiced = ofFeeBill('invoiced', nothingMore, {
  en: 'The finance window has issued the invoice.',
  zh: '财政窗口开票',
});
export const feeCollected = ofFeeBill('collected', nothingMore, {
  en: 'The bank window has taken the money.',
  zh: '银行窗口收款',
});
export const feeDeposited = ofFeeBill('deposited', nothingMore, {
  en: 'The money is on the special account.',
  zh: '缴存专户',
});
export const feeReconciled = ofFeeBill('reconciled', nothingMore, {
  en: 'The bill was found on the bank’s statement of its day.',
  zh: '对账一致',
});
export const feeReliefRequested = ofFeeBill('relief-requested', z.object({ asked: z.string() }), {
  en: 'Somebody asks for a fee to be reduced or left out.',
  zh: '申请减免',
});
export const feeReliefGranted = ofFeeBill('relief-granted', granted, {
  en: 'A fee was reduced or left out, by a policy or by the executive meeting of the county government.',
  zh: '批准减免',
});
export const feeReliefDenied = ofFeeBill('relief-denied', decided, {
  en: 'A fee is not reduced.',
  zh: '不予减免',
});
export const feeBillVoided = ofFeeBill('voided', nothingMore, {
  en: 'A bill was wrong and is void; nothing was paid.',
  zh: '缴费单作废',
});
export const feeRefundDue = ofFeeBill('refund-due', nothingMore, {
  en: 'A fee was taken wrongly and is to be given back.',
  zh: '应予退费',
});
export const feeRefunded = ofFeeBill('refunded', nothingMore, {
  en: 'A fee was given back.',
  zh: '已退费',
});

/** All that is told of a bill: who listens takes the family, or names what it leaves out. */
export const feeBillEvents = {
  billed: feeBilled,
  invoiced: feeInvoiced,
  collected: feeCollected,
  deposited: feeDeposited,
  reconciled: feeReconciled,
  reliefRequested: feeReliefRequested,
  reliefGranted: feeReliefGranted,
  reliefDenied: feeReliefDenied,
  voided: feeBillVoided,
  refundDue: feeRefundDue,
  refunded: feeRefunded,
} as const;
