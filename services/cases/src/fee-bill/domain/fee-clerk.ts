import type { Instant } from '@onewindow/kernel';
import { onPost } from '../../case/domain/authority.ts';
import type { Officer } from '../../case/domain/facts.ts';
import type { FeeBill } from './fee-bill.ts';

/** Who has had this bill's money or ticket in hand so far, or has had a part in making it less. */
export function handsOf({ billed, invoice, payment, deposit, relief }: FeeBill): readonly string[] {
  const asked = relief ? [relief.requestedBy] : [];
  const steps = [billed, invoice, payment, deposit, relief?.chief, relief?.outcome];
  return [...asked, ...steps.flatMap((step) => (step ? [step.by] : []))];
}

/**
 * A step of collecting a fee is taken in the hall only, by somebody who has taken none of the steps before (002:105
 * 执收单位开单, 财政窗口开票, 银行窗口收款, 缴存专户), and has neither asked for relief nor granted it.
 */
export function clerkFor(bill: FeeBill, officer: Officer, at: Instant) {
  const post = onPost(officer, bill.centre, at);
  if (!post.ok) return post;
  if (handsOf(bill).includes(officer.id)) {
    return { ok: false, refusal: { code: 'FeeStepNeedsAnotherPerson' } } as const;
  }
  const { window, used } = post;
  return { ok: true, step: { by: officer.id, at, window }, used } as const;
}
