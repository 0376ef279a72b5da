import { lessMoney, NOTHING } from '@onewindow/kernel';
import type { FeeBillFile } from '../../fee-bill/domain/fee-bill.ts';
import type { Booking } from './reconcile.ts';

type Bill = FeeBillFile & { readonly id: string };
export interface Books {
  readonly bookings: readonly Booking[];
  /** Who has collected, deposited or given back any of that money. */
  readonly hands: readonly string[];
}

/** What our books say of a day: the bills whose money came to the special account, and those whose money went back. */
export function booksOf(came: readonly Bill[], went: readonly Bill[]): Books {
  const deposits = came.map(({ id: bill, bankReference = '', payable: amount }) => ({
    ...{ bill, reference: bankReference, amount },
  }));
  // What was given back before it came to the account was never on it.
  const refunds = went.flatMap(({ id: bill, refundReference = '', payable, deposit }) =>
    deposit ? [{ bill, reference: refundReference, amount: lessMoney(NOTHING, payable) }] : [],
  );
  const hands = [...came, ...went].flatMap(({ payment, deposit, refund }) =>
    [payment, deposit, refund].flatMap((step) => (step ? [step.by] : [])),
  );
  return { bookings: [...deposits, ...refunds], hands: [...new Set(hands)] };
}
