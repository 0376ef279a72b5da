import type { Money } from '@onewindow/kernel';
import type { FeeTerm, Officer } from '../src/case/domain/facts.ts';
import { feeBillLifecycle } from '../src/fee-bill/domain/fee-bill-lifecycle.ts';
import type {
  FeeBill,
  FeeBillCommand,
  FeeBillState,
  FeeBillStatus,
} from '../src/fee-bill/domain/fee-bill.ts';
import { parseDay, type Day } from '@onewindow/calendar';
import { aStaffMember, friday, ids } from './a-case.ts';

export const yuan = (amount: string): Money => ({ yuan: amount });
export const ACCOUNT = '4500000000000001';

/** A standard that charges ten yuan for each certificate. */
export const aStandard = (changes: Partial<FeeTerm> = {}): FeeTerm => ({
  name: '工本费',
  unit: '证',
  min: '10.00',
  max: '20.00',
  policy: 'CHARGE',
  charge: '10.00',
  basis: '食品安全法实施条例第十条',
  document: '鲁价费发〔2026〕1号',
  inForceFrom: null,
  inForceUntil: null,
  ...changes,
});

/** Somebody on post in the hall. */
export const clerk = (id: string, changes: Partial<Officer> = {}): Officer => ({
  ...{ id, staff: aStaffMember({ id }), letters: [], excluded: null },
  ...changes,
});
export const hands = {
  unit: clerk('unit'),
  finance: clerk('finance'),
  bank: clerk('bank'),
  cashier: clerk('cashier'),
  other: clerk('other'),
  relief: clerk('relief'),
};

type Commands = {
  readonly [T in FeeBillCommand['type']]: Extract<FeeBillCommand, { readonly type: T }>;
};

/** One of each command, with which nothing is wrong, each by another window. */
export const feeCommands: Commands = {
  IssueBill: {
    ...{ type: 'IssueBill', at: friday, officer: hands.unit, isRunning: true },
    matter: {
      ...{ case: 'case-1', item: ids.item, itemRevision: 3 },
      ...{ region: ids.region, centre: ids.centre, department: ids.department },
    },
    standards: [aStandard()],
    lines: [{ standard: '工本费', quantity: 2, amount: null }],
  },
  IssueInvoice: {
    ...{ type: 'IssueInvoice', at: friday, officer: hands.finance, isRunning: true },
    invoiceNumber: 'P-1',
  },
  RecordPayment: {
    ...{ type: 'RecordPayment', at: friday, officer: hands.bank },
    ...{ isRunning: true, amount: yuan('20.00'), bankReference: 'B-1' },
  },
  DepositFunds: {
    ...{ type: 'DepositFunds', at: friday, officer: hands.cashier },
    ...{ account: ACCOUNT, specialAccount: ACCOUNT },
  },
  ReconcileBill: { type: 'ReconcileBill', at: friday },
  RequestRelief: {
    ...{ type: 'RequestRelief', at: friday, by: 'applicant' },
    ...{ isRunning: true, reason: '低保家庭', asked: yuan('5.00') },
  },
  GrantByPolicy: {
    ...{ type: 'GrantByPolicy', at: friday, officer: hands.relief },
    ...{ isRunning: true, document: '县政府〔2026〕5号', payable: yuan('5.00') },
  },
  ChiefReview: {
    ...{ type: 'ChiefReview', at: friday, by: ids.superior },
    ...{ isRunning: true, supports: true, opinion: '情况属实' },
  },
  RecordMeetingResolution: {
    ...{ type: 'RecordMeetingResolution', at: friday, officer: hands.relief, passed: true },
    ...{ document: '常务会议纪要〔2026〕8号', heldOn: parseDay('2026-09-18') as Day },
    ...{ isRunning: true, payable: yuan('5.00') },
  },
  VoidBill: { type: 'VoidBill', at: friday, officer: hands.other, reason: '多计数量' },
  EndWithCase: { type: 'EndWithCase', at: friday, ended: 'WITHDRAWN' },
  RefundBill: { type: 'RefundBill', at: friday, officer: hands.finance, bankReference: 'B-2' },
};

const { IssueBill, IssueInvoice, RecordPayment, DepositFunds } = feeCommands;
const refunder = { ...feeCommands.RefundBill, officer: clerk('refunder') };
const nothing = { ...feeCommands.GrantByPolicy, payable: yuan('0.00') };
const waysTo: Readonly<Record<FeeBillStatus, readonly FeeBillCommand[]>> = {
  BILLED: [IssueBill],
  RELIEF_PENDING: [IssueBill, feeCommands.RequestRelief],
  INVOICED: [IssueBill, IssueInvoice],
  COLLECTED: [IssueBill, IssueInvoice, RecordPayment],
  DEPOSITED: [IssueBill, IssueInvoice, RecordPayment, DepositFunds],
  RECONCILED: [IssueBill, IssueInvoice, RecordPayment, DepositFunds, feeCommands.ReconcileBill],
  NOT_CHARGED: [IssueBill, feeCommands.RequestRelief, nothing],
  VOIDED: [IssueBill, feeCommands.VoidBill],
  REFUND_DUE: [IssueBill, IssueInvoice, RecordPayment, feeCommands.VoidBill],
  REFUNDED: [IssueBill, IssueInvoice, RecordPayment, feeCommands.VoidBill, refunder],
};
export const REFUND_BILL = refunder;

/** A bill in a status, made by the lifecycle itself. */
export function aFeeBill<Status extends FeeBillStatus>(status: Status) {
  const bill = afterFees(waysTo[status]);
  if (bill.status !== status) throw new Error(`${bill.status} is not ${status}`);
  return bill as Extract<FeeBillState, { readonly status: Status }>;
}

/** Runs commands that must all be accepted, one after the other. */
export function afterFees(
  played: readonly FeeBillCommand[],
  from: FeeBillState = feeBillLifecycle.initial,
): FeeBill {
  const state = played.reduce<FeeBillState>((before, command) => {
    const decision = feeBillLifecycle.decide(command, before);
    if (!decision.accepted) {
      throw new Error(`${command.type} was refused: ${JSON.stringify(decision.rejection)}`);
    }
    return decision.events.reduce<FeeBillState>(feeBillLifecycle.evolve, before);
  }, from);
  if (state.status === 'ABSENT') throw new Error('Nothing was billed.');
  return state;
}

/** What a command on a bill is refused with; null where it is accepted. */
export function feeRefusal(command: FeeBillCommand, state: FeeBillState) {
  const decision = feeBillLifecycle.decide(command, state);
  return decision.accepted ? null : decision.rejection;
}
