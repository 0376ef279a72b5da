import { accept, defineDecider } from '@onewindow/kernel';
import { issueBill } from './billing.ts';
import { depositFunds, issueInvoice, recordPayment } from './collecting.ts';
import type { FeeBillCommand, FeeBillEvent, FeeBillState, FeeReconciled } from './fee-bill.ts';
import { evolve } from './fee-bill-evolution.ts';
import { endWithCase, refundBill, voidBill } from './fee-mistakes.ts';
import {
  chiefReview,
  grantByPolicy,
  recordMeetingResolution,
  requestRelief,
} from './fee-relief.ts';

/** 统一收费 (002:105, domain 3.11): no step is skipped, none is taken twice. */
export const FEE_BILL_PERMITTED = {
  ABSENT: ['IssueBill'],
  BILLED: ['IssueInvoice', 'RequestRelief', 'VoidBill', 'EndWithCase'],
  RELIEF_PENDING: [
    'GrantByPolicy',
    'ChiefReview',
    'RecordMeetingResolution',
    'VoidBill',
    'EndWithCase',
  ],
  INVOICED: ['RecordPayment', 'VoidBill', 'EndWithCase'],
  COLLECTED: ['DepositFunds', 'VoidBill', 'EndWithCase'],
  DEPOSITED: ['ReconcileBill', 'VoidBill', 'EndWithCase'],
  RECONCILED: ['VoidBill', 'EndWithCase'],
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
    EndWithCase: endWithCase,
    RefundBill: refundBill,
  },
  evolve,
});
