import { assertNever, compareMoney, NOTHING, type Money } from '@onewindow/kernel';
import type {
  FeeBill,
  FeeBilled,
  FeeBillEvent,
  FeeBillFile,
  FeeBillState,
  FeeBillStatus,
  FeeRelief,
} from './fee-bill.ts';

/** What an entry makes of a bill. Never refuses: history is fact. */
export function evolve(state: FeeBillState, event: FeeBillEvent): FeeBillState {
  if (event.type === 'FeeBilled') return issued(event);
  return state.status === 'ABSENT' ? state : changed(state, event);
}

function changed(bill: FeeBill, event: Exclude<FeeBillEvent, FeeBilled>): FeeBillState {
  switch (event.type) {
    case 'FeeInvoiced': {
      const { step: invoice, invoiceNumber } = event;
      return turned(bill, 'INVOICED', { invoice, invoiceNumber });
    }
    case 'FeeCollected': {
      const { step: payment, bankReference } = event;
      const bankReferences = [bankReference];
      return turned(bill, 'COLLECTED', { payment, bankReference, bankReferences });
    }
    case 'FeeDeposited': {
      const { step: deposit, account, day: depositDay } = event;
      return turned(bill, 'DEPOSITED', { deposit, account, depositDay });
    }
    case 'FeeReconciled':
      return turned(bill, 'RECONCILED', {});
    case 'ReliefRequested': {
      const { by: requestedBy, at: requestedAt, reason, asked } = event;
      const relief = { requestedBy, requestedAt, reason, asked, chief: null, outcome: null };
      return turned(bill, 'RELIEF_PENDING', { relief });
    }
    case 'ReliefReviewed': {
      const { by, at, opinion } = event;
      return relieved(bill, 'RELIEF_PENDING', { chief: { by, at, supports: true, opinion } });
    }
    case 'ReliefGranted': {
      const { outcome, payable } = event;
      return { ...relieved(bill, owing(payable), { outcome }), payable };
    }
    case 'ReliefDenied': {
      const { outcome, opinion } = event;
      const { by, at } = outcome;
      const chief = opinion === null ? {} : { chief: { by, at, supports: false, opinion } };
      return relieved(bill, 'BILLED', { ...chief, outcome });
    }
    case 'FeeBillVoided':
    case 'FeeRefundDue': {
      const { at, step, reason } = event;
      const voiding = { by: step?.by ?? null, at, window: step?.window ?? null, reason };
      const status = event.type === 'FeeBillVoided' ? 'VOIDED' : 'REFUND_DUE';
      const { openFor: _, ...given } = turned(bill, status, { voiding });
      return given;
    }
    case 'FeeRefunded': {
      const { step: refund, bankReference: refundReference, day: refundDay } = event;
      const { bankReferences = [] } = bill;
      const unique = event.isUnique && { bankReferences: [...bankReferences, refundReference] };
      return turned(bill, 'REFUNDED', { refund, refundReference, refundDay, ...unique });
    }
    default:
      return assertNever(event);
  }
}

const owing = (payable: Money): FeeBillStatus =>
  compareMoney(payable, NOTHING) > 0 ? 'BILLED' : 'NOT_CHARGED';

function issued({ at, matter, lines, total, step }: FeeBilled): FeeBillState {
  const file: FeeBillFile = {
    ...{ ...matter, openFor: matter.case, lines, total, payable: total },
    ...{ billedAt: at, billed: step, invoice: null, payment: null, deposit: null },
    ...{ account: null, relief: null, voiding: null, refund: null },
  };
  return { ...file, status: owing(total) };
}

function relieved(bill: FeeBill, status: FeeBillStatus, page: Partial<FeeRelief>): FeeBill {
  const relief = bill.relief && { ...bill.relief, ...page };
  return turned(bill, status, { relief });
}

const turned = (bill: FeeBill, status: FeeBillStatus, pages: Partial<FeeBillFile>): FeeBill => ({
  ...bill,
  ...pages,
  status,
});
