import type { Instant } from '@onewindow/kernel';
import type {
  ApplicantMark,
  CaseClock,
  CaseKind,
  Certificate,
  Channel,
  ClockName,
  Denial,
  ItemLists,
  ItemTerms,
  Notice,
  Overturning,
  Owed,
  ReceiptPlace,
  Service,
  SignedPaper,
  SpecialTime,
  Verdict,
} from './case.ts';
import type { MaterialRef, VersionUsed } from './facts.ts';
import type { Reclassification, Urgency } from './classified.ts';
import type { CaseRequest, RequestAnswer } from './request.ts';
import type { Step, UpperOutcome } from './step.ts';

interface Happened<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
  /** The law's moment, when it is another than the command's. */
  readonly effectiveAt?: Instant;
}
interface Based {
  readonly used: readonly VersionUsed[];
}

export interface CaseSubmitted extends Happened<'CaseSubmitted'>, Based {
  readonly receiptNumber: string;
  readonly receipt: ReceiptPlace;
  readonly itemId: string;
  readonly itemRevision: number;
  readonly terms: ItemTerms;
  /** Absent in older ones. */
  readonly lists?: ItemLists;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
  readonly window: string | null;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly applicant: ApplicantMark;
  readonly queryCodeHash: string;
  readonly filingKey: string;
  readonly materials: readonly MaterialRef[];
  readonly clock: CaseClock;
}
export interface SupplementRequested extends Happened<'SupplementRequested'>, Based {
  readonly notice: Notice;
  /** How long it waits; absent in older ones, which tell it by the notice alone. */
  readonly clock?: CaseClock;
  /** Its lines are those of the first notice that are sent back; absent in a first one, and in older ones. */
  readonly isSentBack?: true;
}
/** Papers came that leave the case where it is: before a notice, a part of one, or what was owed. */
export interface MaterialsBrought extends Happened<'MaterialsBrought'> {
  readonly materials: readonly MaterialRef[];
  readonly inPerson: boolean;
}
export interface SecondNoticeRefused extends Happened<'SecondNoticeRefused'> {
  readonly attemptedBy: string;
  readonly newMaterials: readonly MaterialRef[];
}
export interface SupplementReceived extends Happened<'SupplementReceived'> {
  readonly materials: readonly MaterialRef[];
  readonly inPerson: boolean;
  readonly kind: CaseKind;
  readonly clock: CaseClock;
}
export interface CaseAccepted extends Happened<'CaseAccepted'>, Based {
  readonly deemed: boolean;
  readonly acceptedBy: string | null;
  readonly window: string | null;
  readonly itemRevision: number;
  readonly terms: ItemTerms;
  readonly clocks: readonly CaseClock[];
  /** Absent where nothing was promised. */
  readonly owed?: Owed;
  /** Rights and duties were told (002:76); absent when the law accepted, and in older ones. */
  readonly rightsTold?: true;
}
export interface CaseDispatched extends Happened<'CaseDispatched'>, Based {
  readonly handler: string;
}
export interface CaseReturned extends Happened<'CaseReturned'>, Based {
  readonly denial: Denial;
}
export interface CaseSuspended extends Happened<'CaseSuspended'>, Based {
  readonly time: SpecialTime;
  /** Who began it; absent in older ones. */
  readonly by?: string;
  readonly clocks: readonly CaseClock[];
}
export interface CaseResumed extends Happened<'CaseResumed'>, Based {
  /** Who ended it; absent in older ones. */
  readonly by?: string;
  readonly clocks: readonly CaseClock[];
}
/** A step begins, with the clocks as they run by then. */
export interface StepBegun extends Happened<'StepBegun'>, Based {
  readonly step: Step;
  readonly clocks: readonly CaseClock[];
}
export interface StepProlonged extends Happened<'StepProlonged'>, Based {
  readonly step: number;
  /** How many days it takes by now, from its beginning. */
  readonly toldDays: number;
  readonly by: string;
  readonly clocks: readonly CaseClock[];
}
export interface StepEnded extends Happened<'StepEnded'>, Based {
  readonly step: number;
  readonly by: string;
  readonly record: string;
  /** What a meeting told the applicant to change; null where it told nothing. */
  readonly changes: string | null;
  /** What the authority above has decided; null but for a referral. */
  readonly upper: UpperOutcome | null;
  readonly clocks: readonly CaseClock[];
}
export interface UrgencySet extends Happened<'UrgencySet'> {
  readonly urgency: Urgency;
  readonly clock: CaseClock;
}
export interface UrgencyLifted extends Happened<'UrgencyLifted'> {
  readonly by: string;
  readonly reason: string;
}
export interface CaseReclassified extends Happened<'CaseReclassified'>, Based {
  readonly reclassification: Reclassification;
  readonly terms: ItemTerms;
  readonly clocks: readonly CaseClock[];
}
export interface RequestMade extends Happened<'RequestMade'>, Based {
  readonly request: CaseRequest;
}
export interface RequestAnswered extends Happened<'RequestAnswered'> {
  readonly request: number;
  readonly answer: RequestAnswer;
  /** By how many days the time to decide gets longer, with the clocks by then; absent where it does not. */
  readonly extendedBy?: number;
  readonly clocks?: readonly CaseClock[];
}
export interface ApplicantSummoned extends Happened<'ApplicantSummoned'>, Based {
  readonly by: string;
  readonly reason: string;
}
/** The applicant has come more often than the centre has approved (002:41). */
export interface VisitLimitExceeded extends Happened<'VisitLimitExceeded'> {
  readonly visits: number;
}
/** A time has ended after which somebody may no more, or a clock goes on: nobody is late by it. */
export interface ClockPassed extends Happened<'ClockPassed'> {
  readonly clock: ClockName;
  readonly step?: number;
  readonly dueAt: Instant;
}
export interface CaseDecided extends Happened<'CaseDecided'>, Based {
  readonly verdict: Verdict;
  readonly denial: Denial | null;
  readonly clock: CaseClock;
}
export interface CertificateIssued extends Happened<'CertificateIssued'>, Based {
  readonly certificate: Certificate;
  readonly inPerson: boolean;
}
export interface CaseCompleted extends Happened<'CaseCompleted'>, Based {
  readonly completedBy: string;
}
export interface DenialOverturned extends Happened<'DenialOverturned'> {
  readonly overturning: Overturning;
  /** As what the case is open again, with all its clocks; absent where it stays as it is. */
  readonly reopened?: Reopened;
}
/** SUBMITTED: what was not accepted is looked at again. IN_PROCESS: what was rejected is decided again. */
export interface Reopened {
  readonly status: 'IN_PROCESS' | 'SUBMITTED';
  readonly kind: CaseKind;
  readonly clocks: readonly CaseClock[];
}
/** A notice of the case was served; `effectiveAt` is the day of service. */
export interface ServiceRecorded extends Happened<'ServiceRecorded'> {
  readonly service: Service;
  /** The time of a notice that waits for papers, from when the applicant got it; absent where nothing else counts by it. */
  readonly clock?: CaseClock;
}
export interface CaseWithdrawn extends Happened<'CaseWithdrawn'> {
  /** Absent where the applicant did it himself, and in older ones. */
  readonly paper?: SignedPaper;
}
/** Nothing came in time: what the notice named, or what was promised. */
export type CaseLapsed = Happened<'CaseLapsed'>;
/** Days count differently: clocks that ran have other ends (cases.md 3, 5). */
export interface ClocksMoved extends Happened<'ClocksMoved'> {
  readonly clocks: readonly CaseClock[];
  readonly moved: readonly MovedClock[];
  /** The calendar that they were counted by anew. */
  readonly calendarVersion: string;
  /** When the notice lapses now; absent where none waits, or where it lapses as before. */
  readonly lapsesAt?: Instant;
}
/** A clock with its end before and now; null while a procedure that is not counted lasts. */
export interface MovedClock {
  readonly clock: ClockName;
  readonly step?: number;
  readonly before: Instant | null;
  readonly after: Instant | null;
}
export interface ClockDueSoon extends Happened<'ClockDueSoon'> {
  readonly clock: ClockName;
  readonly step?: number;
  readonly dueAt: Instant;
}
export interface ClockOverdue extends Happened<'ClockOverdue'> {
  readonly clock: ClockName;
  readonly step?: number;
  readonly dueAt: Instant;
}

export type CaseEvent =
  | CaseSubmitted
  | SupplementRequested
  | SecondNoticeRefused
  | SupplementReceived
  | MaterialsBrought
  | CaseAccepted
  | CaseDispatched
  | CaseReturned
  | CaseSuspended
  | CaseResumed
  | CaseDecided
  | CertificateIssued
  | CaseCompleted
  | DenialOverturned
  | ServiceRecorded
  | CaseWithdrawn
  | CaseLapsed
  | ClocksMoved
  | ClockDueSoon
  | ClockOverdue
  | ClockPassed
  | UrgencySet
  | UrgencyLifted
  | CaseReclassified
  | RequestMade
  | RequestAnswered
  | ApplicantSummoned
  | VisitLimitExceeded
  | StepBegun
  | StepProlonged
  | StepEnded;
