import { NOTHING, type Money } from '@onewindow/kernel';
import type { FeeBill } from './fee-bill.ts';

type Undoable = Pick<FeeBill, 'status' | 'payable'>;
const UNDONE: readonly FeeBill['status'][] = ['VOIDED', 'REFUND_DUE', 'REFUNDED'];

/** What the payer owes by this bill, or has paid on it: nothing once it is void, or to be given back. */
export const payableOf = ({ status, payable }: Undoable): Money =>
  UNDONE.includes(status) ? NOTHING : payable;

/** What is still to be given back to the payer (行政许可法 75): all that he has paid, until he has it. */
export const refundableOf = ({ status, payable }: Undoable): Money =>
  status === 'REFUND_DUE' ? payable : NOTHING;
