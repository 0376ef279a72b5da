import { dayOf } from '@onewindow/calendar';
import { accept, compareMoney, officialCode, reject } from '@onewindow/kernel';
import type {
  DepositFunds,
  FeeBill,
  FeeCollected,
  FeeDeposited,
  FeeInvoiced,
  IssueInvoice,
  RecordPayment,
} from './fee-bill.ts';
import { clerkFor } from './fee-clerk.ts';

/** 财政服务窗口开票: by the finance window, once (002:105). */
export function issueInvoice(command: IssueInvoice, bill: FeeBill) {
  const { at, officer, isRunning, invoiceNumber } = command;
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  const clerk = clerkFor(bill, officer, at);
  if (!clerk.ok) return reject(clerk.refusal);
  const { step, used } = clerk;
  const number = officialCode(invoiceNumber);
  return accept<FeeInvoiced>({ type: 'FeeInvoiced', at, invoiceNumber: number, step, used });
}

/** 银行服务窗口收款: the bank takes what the invoice says, no fen more or less. */
export function recordPayment(command: RecordPayment, bill: FeeBill) {
  const { at, officer, isRunning, amount, bankReference } = command;
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  const clerk = clerkFor(bill, officer, at);
  if (!clerk.ok) return reject(clerk.refusal);
  if (compareMoney(amount, bill.payable) !== 0) {
    return reject({ code: 'AmountNotAsInvoiced', payable: bill.payable });
  }
  const { step, used } = clerk;
  const reference = officialCode(bankReference);
  return accept<FeeCollected>({ type: 'FeeCollected', at, bankReference: reference, step, used });
}

/** 缴存专户: to the centre's special account and nowhere else: who collects keeps nothing (002:15 收支两条线). */
export function depositFunds(command: DepositFunds, bill: FeeBill) {
  const { at, officer, account, specialAccount } = command;
  const clerk = clerkFor(bill, officer, at);
  if (!clerk.ok) return reject(clerk.refusal);
  if (specialAccount === null) return reject({ code: 'NoSpecialAccount' });
  if (account !== specialAccount) return reject({ code: 'PayeeNotSpecialAccount' });
  const { step, used } = clerk;
  return accept<FeeDeposited>({ type: 'FeeDeposited', at, account, day: dayOf(at), step, used });
}
