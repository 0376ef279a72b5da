import { dayOf } from '@onewindow/calendar';
import { accept, officialCode, reject } from '@onewindow/kernel';
import { onPost } from '../../case/domain/authority.ts';
import type {
  CaseEnd,
  EndWithCase,
  FeeBill,
  FeeBillVoided,
  FeeRefundDue,
  FeeRefunded,
  RefundBill,
  VoidBill,
} from './fee-bill.ts';
import { clerkFor } from './fee-clerk.ts';

/**
 * A bill that is wrong is voided; once money was collected for it, that is to be given back (行政许可法 58, 75). By
 * somebody who has not billed it and, once it was paid, has not taken or deposited the money.
 */
export function voidBill({ at, officer, reason }: VoidBill, bill: FeeBill) {
  const post = onPost(officer, bill.centre, at);
  if (!post.ok) return reject(post.refusal);
  const { billed, payment, deposit } = bill;
  if ([billed, payment, deposit].some((step) => step?.by === officer.id)) {
    return reject({ code: 'FeeStepNeedsAnotherPerson' });
  }
  const step = { by: officer.id, at, window: post.window };
  const { used } = post;
  return undone(bill, { at, reason, step, used });
}

/** Void where nothing was paid, else to be given back. */
function undone(
  { payment }: FeeBill,
  { at, reason, step, used }: Omit<FeeBillVoided | FeeRefundDue, 'type'>,
) {
  return payment
    ? accept<FeeBillVoided | FeeRefundDue>({ type: 'FeeRefundDue', at, reason, step, used })
    : accept<FeeBillVoided | FeeRefundDue>({ type: 'FeeBillVoided', at, reason, step, used });
}

/** Why the bill ends, as the applicant and the windows read it. */
const ENDED: Readonly<Record<CaseEnd, string>> = {
  WITHDRAWN: '申请人已撤回申请',
  LAPSED: '逾期未补正，办件已终止',
  REJECTED: '已作出不予批准决定',
  RETURNED: '申请已退回，不予受理',
};

/** A case that has ended without what was applied for costs nothing: its bill is void, what was paid is given back. */
export const endWithCase = ({ at, ended }: EndWithCase, bill: FeeBill) =>
  undone(bill, { at, reason: ENDED[ended], step: null, used: [] });

/**
 * Given back to who has paid, by somebody who has neither had the money in hand nor ordered it, and by a payment of its
 * own: what the bank calls by the reference of a payment that came in is no refund.
 */
export function refundBill({ at, officer, bankReference }: RefundBill, bill: FeeBill) {
  const clerk = clerkFor(bill, officer, at);
  if (!clerk.ok) return reject(clerk.refusal);
  if (bill.voiding?.by === officer.id) return reject({ code: 'FeeStepNeedsAnotherPerson' });
  const reference = officialCode(bankReference);
  if (officialCode(bill.bankReference ?? '') === reference) {
    return reject({ code: 'AlreadyExists', fact: 'bankReference' });
  }
  const { step, used } = clerk;
  return accept<FeeRefunded>({
    type: 'FeeRefunded',
    at,
    bankReference: reference,
    isUnique: true,
    day: dayOf(at),
    step,
    used,
  });
}
