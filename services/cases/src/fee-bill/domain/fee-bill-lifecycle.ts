import { accept, defineDecider } from '@onewindow/kernel';
import { issueBill } from './billing.ts';
import { depositFunds, issueInvoice, recordPayment } from './collecting.ts';
import type { FeeBillCommand, FeeBillEvent, FeeBillState, FeeReconciled } from './fee-bill.ts';
import { evolve } from './fee-bill-evolution.ts';
import { refundBill, voidBill } from './fee-mistakes.ts';
import {
  chiefReview,
  grantByPolicy,
  recordMeetingResolution,
  requestRelief,
} from './fee-relief.ts';

/** 统一收费 (002:105, domain 3.11): no step is skipped, none is taken twice. */
export const FEE_BILL_PERMITTED = {
  ABSENT: ['IssueBill'],
  BILLED: ['IssueInvoice', 'RequestRelief', 'VoidBill'],
  RELIEF_PENDING: ['GrantByPolicy', 'ChiefReview', 'RecordMeetingResolution', 'VoidBill'],
  INVOICED: ['RecordPayment', 'VoidBill'],
  COLLECTED: ['DepositFunds', 'VoidBill'],
  DEPOSITED: ['ReconcileBill', 'VoidBill'],
  RECONCILED: ['VoidBill'],
  NOT_CHARGED: [],
  VOIDED: [],
  REFUND_DUE: ['RefundBill'],
  REFUNDED: [],
} as const satisfies Record<FeeBillState['status'], readonly FeeBillCommand['type'][]>;

export const feeBillLifecycle = defineDecider<FeeBillState, FeeBillCommand, FeeBillEvent>()({
  initial: { status: 'ABSENT' },
  permitted: FEE_BILL_PERMITTED,
  branches: {
    IssueBill: issueBill,
    IssueInvoice: issueInvoice,
    RecordPayment: recordPayment,
    DepositFunds: depositFunds,
    ReconcileBill: ({ at }) => accept<FeeReconciled>({ type: 'FeeReconciled', at }),
    RequestRelief: requestRelief,
    GrantByPolicy: grantByPolicy,
    ChiefReview: chiefReview,
    RecordMeetingResolution: recordMeetingResolution,
    VoidBill: voidBill,
    RefundBill: refundBill,
  },
  evolve,
});
