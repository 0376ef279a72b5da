import type { Day } from '@onewindow/calendar';
import type { Instant, Money } from '@onewindow/kernel';
import type { FeeTerm, Officer, VersionUsed } from '../../case/domain/facts.ts';

export type FeeBillStatus =
  | 'BILLED'
  | 'RELIEF_PENDING'
  | 'INVOICED'
  | 'COLLECTED'
  | 'DEPOSITED'
  | 'RECONCILED'
  | 'NOT_CHARGED'
  | 'VOIDED'
  | 'REFUND_DUE'
  | 'REFUNDED';

/** One fee of the ticket: so many units, each at the charge of the standard in force at acceptance (S84, S85). */
export interface FeeLine extends Pick<FeeTerm, 'name' | 'unit' | 'policy' | 'basis' | 'document'> {
  readonly quantity: number;
  /** For one unit. */
  readonly charge: Money;
  readonly amount: Money;
}

/** Who has taken a step, when, and at which window of the hall. */
export interface FeeStep {
  readonly by: string;
  readonly at: Instant;
  readonly window: string;
}

/** Why a bill was undone, by whom and where; by nobody where the case has ended. */
export interface FeeVoiding {
  readonly by: string | null;
  readonly at: Instant;
  readonly window: string | null;
  readonly reason: string;
}

/** 收费减免 (002:105): asked for once, granted by a policy, or reviewed by the chief and passed by the executive meeting. */
export interface FeeRelief {
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly reason: string;
  /** What would be paid. */
  readonly asked: Money;
  /** Null before the chief of the unit has looked at it. */
  readonly chief: ChiefOpinion | null;
  readonly outcome: ReliefOutcome | null;
}
export interface ChiefOpinion {
  readonly by: string;
  readonly at: Instant;
  readonly supports: boolean;
  readonly opinion: string;
}
export interface ReliefOutcome {
  readonly how: 'BY_POLICY' | 'BY_MEETING' | 'DENIED';
  /** The policy, or the resolution of the meeting; null where the chief does not support it. */
  readonly document: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** The case that is charged for, as it was when the bill was issued. */
export interface BilledMatter {
  readonly case: string;
  readonly item: string;
  readonly itemRevision: number;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
}

export interface FeeBillFile extends BilledMatter {
  /** The case while the bill stands for it: unique, absent once it is voided or to be given back. */
  readonly openFor?: string;
  readonly lines: readonly FeeLine[];
  /** Of all lines. */
  readonly total: Money;
  /** The total less what was granted. */
  readonly payable: Money;
  readonly billedAt: Instant;
  readonly billed: FeeStep;
  readonly invoice: FeeStep | null;
  readonly payment: FeeStep | null;
  readonly deposit: FeeStep | null;
  /** Unique each; absent until it is known. */
  readonly invoiceNumber?: string;
  readonly bankReference?: string;
  readonly refundReference?: string;
  /**
   * The bank's references of payment and refund as they are compared: unique over all bills together, so that no refund
   * hides behind another's payment. Absent before the payment; without the refund in what was stored before that.
   */
  readonly bankReferences?: readonly string[];
  /** The days on whose statements the money comes in and goes out. */
  readonly depositDay?: Day;
  readonly refundDay?: Day;
  readonly account: string | null;
  readonly relief: FeeRelief | null;
  readonly voiding: FeeVoiding | null;
  readonly refund: FeeStep | null;
}

export type FeeBill = FeeBillFile & { readonly status: FeeBillStatus };
export type FeeBillState = { readonly status: 'ABSENT' } | InStatus<FeeBillStatus>;
/** One member for each status, so that a decision can ask for some of them. */
type InStatus<Status> = Status extends FeeBillStatus
  ? FeeBillFile & { readonly status: Status }
  : never;

interface At {
  readonly at: Instant;
}
interface ByOfficer extends At {
  readonly officer: Officer;
}
/** A step that asks for money, or for less of it. */
interface OfCase {
  /** Whether the case is accepted and not over: `isBillable`. */
  readonly isRunning: boolean;
}
/** A line as it is asked for. */
export interface AskedLine {
  readonly standard: string;
  readonly quantity: number;
  /** What the window would take, null where it leaves that to the standard. */
  readonly amount: Money | null;
}
export interface IssueBill extends ByOfficer, OfCase {
  readonly type: 'IssueBill';
  readonly matter: BilledMatter;
  /** The item's standards in force when the case was accepted. */
  readonly standards: readonly FeeTerm[];
  readonly lines: readonly AskedLine[];
}
export interface IssueInvoice extends ByOfficer, OfCase {
  readonly type: 'IssueInvoice';
  readonly invoiceNumber: string;
}
export interface RecordPayment extends ByOfficer, OfCase {
  readonly type: 'RecordPayment';
  readonly amount: Money;
  readonly bankReference: string;
}
export interface DepositFunds extends ByOfficer {
  readonly type: 'DepositFunds';
  readonly account: string;
  /** The centre's special account on that day, null where none is named. */
  readonly specialAccount: string | null;
}
/** The day's statement has been closed with this bill on it. Nobody gives it. */
export interface ReconcileBill extends At {
  readonly type: 'ReconcileBill';
}
export interface RequestRelief extends At, OfCase {
  readonly type: 'RequestRelief';
  /** The applicant is nobody here. */
  readonly by: string;
  readonly reason: string;
  readonly asked: Money;
}
export interface GrantByPolicy extends ByOfficer, OfCase {
  readonly type: 'GrantByPolicy';
  readonly document: string;
  readonly payable: Money;
}
export interface ChiefReview extends At, OfCase {
  readonly type: 'ChiefReview';
  readonly by: string;
  readonly supports: boolean;
  readonly opinion: string;
}
export interface RecordMeetingResolution extends ByOfficer, OfCase {
  readonly type: 'RecordMeetingResolution';
  readonly document: string;
  readonly heldOn: Day;
  readonly passed: boolean;
  readonly payable: Money;
}
export interface VoidBill extends ByOfficer {
  readonly type: 'VoidBill';
  readonly reason: string;
}
/** How a case has ended for which its fee is not owed. */
export type CaseEnd = 'WITHDRAWN' | 'LAPSED' | 'REJECTED' | 'RETURNED';
/** The case has ended, and its bill with it. Nobody gives it. */
export interface EndWithCase extends At {
  readonly type: 'EndWithCase';
  readonly ended: CaseEnd;
}
export interface RefundBill extends ByOfficer {
  readonly type: 'RefundBill';
  readonly bankReference: string;
}
export type FeeBillCommand =
  | IssueBill
  | IssueInvoice
  | RecordPayment
  | DepositFunds
  | ReconcileBill
  | RequestRelief
  | GrantByPolicy
  | ChiefReview
  | RecordMeetingResolution
  | VoidBill
  | EndWithCase
  | RefundBill;

interface Happened<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}
interface Taken<Type extends string> extends Happened<Type> {
  readonly step: FeeStep;
  readonly used: readonly VersionUsed[];
}
export interface FeeBilled extends Taken<'FeeBilled'> {
  readonly matter: BilledMatter;
  readonly lines: readonly FeeLine[];
  readonly total: Money;
}
export interface FeeInvoiced extends Taken<'FeeInvoiced'> {
  readonly invoiceNumber: string;
}
export interface FeeCollected extends Taken<'FeeCollected'> {
  readonly bankReference: string;
}
export interface FeeDeposited extends Taken<'FeeDeposited'> {
  readonly account: string;
  readonly day: Day;
}
export type FeeReconciled = Happened<'FeeReconciled'>;
export interface ReliefRequested extends Happened<'ReliefRequested'> {
  readonly by: string;
  readonly reason: string;
  readonly asked: Money;
}
export interface ReliefReviewed extends Happened<'ReliefReviewed'> {
  readonly by: string;
  readonly opinion: string;
}
export interface ReliefGranted extends Happened<'ReliefGranted'> {
  readonly outcome: ReliefOutcome;
  readonly payable: Money;
}
/** By the chief, with his opinion, or by the meeting. */
export interface ReliefDenied extends Happened<'ReliefDenied'> {
  readonly outcome: ReliefOutcome;
  readonly opinion: string | null;
}
interface Undone<Type extends string> extends Happened<Type> {
  /** Null where the case has ended: nobody has taken it. */
  readonly step: FeeStep | null;
  readonly used: readonly VersionUsed[];
  readonly reason: string;
}
export type FeeBillVoided = Undone<'FeeBillVoided'>;
/** What was collected is to be given back (行政许可法 75). */
export type FeeRefundDue = Undone<'FeeRefundDue'>;
export interface FeeRefunded extends Taken<'FeeRefunded'> {
  readonly bankReference: string;
  /** Held against payments and refunds of all bills; absent in older entries, which were held against refunds alone. */
  readonly isUnique?: true;
  readonly day: Day;
}
export type FeeBillEvent =
  | FeeBilled
  | FeeInvoiced
  | FeeCollected
  | FeeDeposited
  | FeeReconciled
  | ReliefRequested
  | ReliefReviewed
  | ReliefGranted
  | ReliefDenied
  | FeeBillVoided
  | FeeRefundDue
  | FeeRefunded;
