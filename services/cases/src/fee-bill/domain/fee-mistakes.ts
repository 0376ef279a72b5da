import { dayOf } from '@onewindow/calendar';
import { accept, reject } from '@onewindow/kernel';
import { onPost } from '../../case/domain/authority.ts';
import type {
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
  return payment
    ? accept<FeeBillVoided | FeeRefundDue>({ type: 'FeeRefundDue', at, reason, step, used })
    : accept<FeeBillVoided | FeeRefundDue>({ type: 'FeeBillVoided', at, reason, step, used });
}

/** Given back to who has paid, by somebody who has neither had the money in hand nor ordered it. */
export function refundBill({ at, officer, bankReference }: RefundBill, bill: FeeBill) {
  const clerk = clerkFor(bill, officer, at);
  if (!clerk.ok) return reject(clerk.refusal);
  if (bill.voiding?.by === officer.id) return reject({ code: 'FeeStepNeedsAnotherPerson' });
  const { step, used } = clerk;
  return accept<FeeRefunded>({
    type: 'FeeRefunded',
    at,
    bankReference,
    day: dayOf(at),
    step,
    used,
  });
}
