import type { Instant } from '@onewindow/kernel';
import type {
  ApplicantMark,
  Overturning,
  Owed,
  ReceiptPlace,
  ReturnGround,
  Service,
  SignedPaper,
  SpecialProcedure,
  Told,
} from './case.ts';
import type { ItemFact, Officer, SealFact, StaffFact } from './facts.ts';
import type { ReclassifyCase, UrgencyCommand } from './classified.ts';
import type { RequestCommand } from './request-commands.ts';
import type { StepCommand } from './step-commands.ts';

/** The report of a denial as it is written: it goes with the denying command (000:14). */
export interface Report {
  readonly situation: string;
  readonly reasons: string;
  readonly rule: string;
  /** The leader in charge of the department (A21), null while windows has told of none. */
  readonly superior: string | null;
}

interface At {
  readonly at: Instant;
}
interface ByOfficer extends At {
  readonly officer: Officer;
}
interface OnItem extends ByOfficer {
  /** The item as the replica knows it now, null when it knows none. */
  readonly item: ItemFact | null;
}
/** `officer` null: the applicant himself, over the net. */
interface ByApplicantOrOfficer extends At {
  readonly officer: Officer | null;
}

export interface SubmitCase extends ByApplicantOrOfficer {
  readonly type: 'SubmitCase';
  readonly receipt: ReceiptPlace;
  readonly itemId: string;
  readonly item: ItemFact | null;
  readonly materials: readonly string[];
  readonly applicant: ApplicantMark;
  readonly filingKey: string;
  /** How many other applications of this applicant for this item still wait for their decision. */
  readonly openApplications: number;
  readonly queryCodeHash: string;
}
export interface RequestSupplement extends OnItem {
  readonly type: 'RequestSupplement';
  /** All that is to be brought, by id. */
  readonly materials: readonly string[];
  /** Why what has come of it can't be taken; who is named here is to be brought too. */
  readonly defects: readonly { readonly material: string; readonly reason: string }[];
}
export interface SubmitSupplement extends ByApplicantOrOfficer {
  readonly type: 'SubmitSupplement';
  readonly materials: readonly string[];
}
/** Papers come before the notice, on it line by line, or as they were promised. `SubmitSupplement` is its older name. */
export interface BringMaterials extends ByApplicantOrOfficer {
  readonly type: 'BringMaterials';
  readonly materials: readonly string[];
}
/** What the applicant has promised in writing to bring after acceptance. */
export interface WrittenPromise extends Pick<Owed, 'until' | 'paper'> {
  readonly materials: readonly string[];
}
export interface AcceptCase extends OnItem {
  readonly type: 'AcceptCase';
  readonly rightsInformed: boolean;
  /** Null where nothing was promised. */
  readonly promise: WrittenPromise | null;
}
export interface ReturnCase extends OnItem {
  readonly type: 'ReturnCase';
  readonly told: Told;
  /** Null where none was named: refused. */
  readonly ground: ReturnGround | null;
  readonly competentAuthority: string | null;
  readonly report: Report;
}
export interface DispatchCase extends ByOfficer {
  readonly type: 'DispatchCase';
  /** Who is to have it in hand. */
  readonly handler: Officer;
}
export interface SuspendCase extends ByOfficer {
  readonly type: 'SuspendCase';
  readonly procedure: SpecialProcedure;
  readonly toldDays: number;
}
export interface ResumeCase extends ByOfficer {
  readonly type: 'ResumeCase';
}
export interface DecideCase extends ByOfficer {
  readonly type: 'DecideCase';
  readonly outcome: 'APPROVED' | 'REJECTED';
  /** As the replica knows it, null when it knows none by that id. */
  readonly seal: SealFact | null;
  readonly sealId: string;
  /** In whose custody it is, as the replica knows him; null when it knows nobody. */
  readonly keeper: StaffFact | null;
  readonly report: Report | null;
  /** The one who decides also handles supervision. */
  readonly supervises: boolean;
}
export interface IssueCertificate extends ByOfficer {
  readonly type: 'IssueCertificate';
  readonly certificateNumber: string;
  readonly inPerson: boolean;
  /** Whether its bill is collected or not charged; asked only where a fee is due. */
  readonly isFeeSettled: boolean;
}
export interface CompleteCase extends ByOfficer {
  readonly type: 'CompleteCase';
}
/** The superior holds the denial to be wrong: what supervision has told. Nobody gives it here. */
export interface RecordOverturning extends At {
  readonly type: 'RecordOverturning';
  readonly overturning: Overturning;
  /** False where the applicant has filed the same again meanwhile: then that case goes on, and this one stays closed. */
  readonly reopens: boolean;
}
/** A notice of the case has reached its addressee: what `Notice` has told. Nobody gives it. */
export interface RecordService extends At {
  readonly type: 'RecordService';
  readonly service: Service;
}
/** Somebody has told once already, and tried to tell more (002:33): kept for supervision. Nobody gives it. */
export interface RecordSecondNotice extends At {
  readonly type: 'RecordSecondNotice';
  readonly attemptedBy: string;
}
/** The calendar of its region has another version. Nobody gives it. */
export interface RecountClocks extends At {
  readonly type: 'RecountClocks';
}
export interface WithdrawCase extends ByApplicantOrOfficer {
  readonly type: 'WithdrawCase';
  /** The applicant's own, which an officer acts on; null for the applicant himself. */
  readonly paper: SignedPaper | null;
}
/** What happens by itself when a timer is due. Nobody gives it. */
export interface ElapseTimer extends At {
  readonly type: 'ElapseTimer';
  readonly kind: string;
}

export type PersonsCommand =
  | SubmitCase
  | RequestSupplement
  | SubmitSupplement
  | BringMaterials
  | AcceptCase
  | ReturnCase
  | DispatchCase
  | SuspendCase
  | ResumeCase
  | DecideCase
  | IssueCertificate
  | CompleteCase
  | WithdrawCase
  | StepCommand
  | RequestCommand
  | ReclassifyCase
  | UrgencyCommand;
export type CaseCommand =
  | PersonsCommand
  | RecordOverturning
  | RecordService
  | RecordSecondNotice
  | RecountClocks
  | ElapseTimer;
