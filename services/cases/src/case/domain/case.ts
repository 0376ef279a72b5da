import type { Day, Deadline, KeptDeadline, Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { ItemFact, MaterialRef } from './facts.ts';
import type { Classified } from './classified.ts';
import type { Requesting } from './request.ts';
import type { SpecialProcedure, SpecialTime } from './special-time.ts';
import type { Stepwise } from './step.ts';

export type { SpecialProcedure, SpecialTime };

/** Who is written down as the actor when an applicant acts: one word for all. */
export const APPLICANT = 'applicant';

export type CaseStatus =
  | 'SUBMITTED'
  | 'SUPPLEMENT_REQUIRED'
  | 'ACCEPTED'
  | 'IN_PROCESS'
  | 'APPROVED'
  | 'REJECTED'
  | 'RETURNED'
  | 'LAPSED'
  | 'WITHDRAWN'
  | 'ISSUED'
  | 'COMPLETED'
  | 'ARCHIVED';
export type CaseKind = 'IMMEDIATE' | 'COMMITTED' | 'JOINT' | 'RETURNED' | 'SUPPLEMENT' | 'URGENT';
export type Channel = 'WINDOW' | 'WEB';
export type ApplicantKind = 'NATURAL' | 'LEGAL';
export type ClockName =
  | 'TELL_ONCE'
  | 'DECISION'
  | 'COMMITTED'
  | 'DELIVERY'
  | 'STEP'
  | 'URGENT'
  /** The days that were told of what is not counted: then the others go on. */
  | 'TOLD'
  /** The applicant's own: a notice waits for papers, and a promise to bring some later. */
  | 'SUPPLEMENT'
  | 'OWED';

/** One clock: its end, what was told of it, and how it stopped. The days on the way are counted when asked for. */
export interface CaseClock {
  readonly clock: ClockName;
  /** Of which step it is, by its number: there may be one for each. Absent for all other clocks. */
  readonly step?: number;
  readonly deadline: KeptDeadline;
  /** When a reminder is given, null where the period is too short for one or its end is not known. */
  readonly dueSoonAt: Instant | null;
  readonly dueSoonTold: boolean;
  /** Through the days that the applicant was told of a special procedure that lasts: until then the clock stands. */
  readonly standsUntil?: Instant;
  /** The time of day at which it ends (即办件), as `17:00`; absent where it ends with the day. */
  readonly closes?: string;
  /** Since when what was due is missing; stays when it comes late. */
  readonly overdueSince: Instant | null;
  /** MET: what was due came. STOPPED: nothing is due any more. */
  readonly ended: { readonly at: Instant; readonly how: 'MET' | 'STOPPED' } | null;
}

/** A clock as it was just counted: so it stands in the event, which tells every day. */
export interface CountedClock extends CaseClock {
  readonly deadline: Deadline;
}

/** The terms of the item as of the revision that holds for the case: its clocks are made of them. */
export type ItemTerms = Pick<
  ItemFact,
  'kind' | 'handlingMode' | 'statutoryLimit' | 'committedLimit' | 'fees'
>;

/** A material that came and can't be taken, with what the applicant is told is wrong with it. */
export interface Defect extends MaterialRef {
  readonly reason: string;
}

/** What an application is judged by beside its terms: the lists of the item's revision under which it was filed. */
export type ItemLists = Pick<ItemFact, 'materials' | 'specialProcedures'>;

export interface Notice {
  /** All that is to be brought: missing or defective. */
  readonly materials: readonly MaterialRef[];
  /** Of the materials those that had come. Absent in older notices, which gave no reasons. */
  readonly defects?: readonly Defect[];
  readonly issuedBy: string;
  readonly issuedAt: Instant;
  /** When the applicant got it, where that was later and is known: it waits from then. */
  readonly servedAt?: Instant;
  readonly lapsesAt: Instant;
  /** Of the materials those that have come since, while others are still waited for. Absent where none have. */
  readonly brought?: readonly string[];
  /** How long it waits: counted anew when the calendar changes. Absent in older ones, which stay as they are. */
  readonly waits?: Period;
  /** When lines of it were sent back, which is done once; absent before. From then it waits anew. */
  readonly sentBackAt?: Instant;
  readonly answeredAt: Instant | null;
}

/** A paper that came, and when; older ones came with the application or the notice's answer. */
export interface Paper extends MaterialRef {
  readonly cameAt?: Instant;
}

/**
 * 容缺受理 (L15): what the applicant has promised in writing to bring after acceptance, all by one day. What came is
 * taken off; broken: the day passed, and something had not come.
 */
export interface Owed {
  readonly materials: readonly MaterialRef[];
  /** The last day, as `2026-10-15`. */
  readonly until: Day;
  /** The reference of the signed promise. */
  readonly paper: string;
  readonly broken?: true;
}

/** A paper that the applicant has signed, as the officer has it before him: its reference, and the day of it. */
export interface SignedPaper {
  readonly reference: string;
  readonly signedOn: Day;
}

export interface Acceptance {
  readonly at: Instant;
  readonly deemed: boolean;
  /** Null when the law accepted. */
  readonly by: string | null;
  /** When the applicant was told rights and duties (002:76); absent when the law accepted, and in older ones. */
  readonly rightsToldAt?: Instant;
}

export interface Verdict {
  readonly outcome: 'APPROVED' | 'REJECTED';
  readonly decidedBy: string;
  readonly at: Instant;
  readonly seal: string;
  readonly late: boolean;
}

/**
 * Why an application is not accepted at all (A8): what lacks papers is told and waited for. NOT_REQUIRED: nobody needs
 * leave for it (行政许可法 32(1)); OUT_OF_SCOPE: another authority's (32(2)); NOT_ELIGIBLE: the conditions of
 * acceptance are not met (002:35).
 */
export type ReturnGround = 'NOT_REQUIRED' | 'OUT_OF_SCOPE' | 'NOT_ELIGIBLE';

/** A denial with its report: a case that is not accepted, or an application that is rejected. */
export interface Denial {
  readonly situation: string;
  readonly reasons: string;
  readonly rule: string;
  readonly reporter: string;
  readonly superior: string;
  readonly at: Instant;
  /** What a refused applicant would need; null after acceptance. */
  readonly told: Told | null;
  /** Why it was not accepted; absent after acceptance, and in what was denied before grounds were written down. */
  readonly ground?: ReturnGround;
  /** Whom the applicant is told to go to, where the matter is another authority's (行政许可法 32(2)). */
  readonly competentAuthority?: string;
  /** What the applicant is told of his remedies (行政许可法 38); absent in older denials. */
  readonly remedy?: string;
  /** Set when the superior has held the denial to be wrong (000:14). */
  readonly overturned?: Overturning;
}

/** That a denial was overturned, and by which report; its reason is kept with that. */
export interface Overturning {
  readonly report: string;
  readonly by: string;
  readonly at: Instant;
}

/** What is known of who applies: all else is sealed. */
export interface ApplicantMark {
  readonly kind: ApplicantKind;
  readonly digest: string;
  /** HMAC of the case's id and his identity: by it supervision knows the case as his. Absent in old cases. */
  readonly proof?: string;
}

export interface Told {
  readonly qualifications: string;
  readonly conditions: string;
  readonly procedure: string;
}

export interface Certificate {
  readonly number: string;
  readonly issuedBy: string;
  readonly window: string;
  readonly at: Instant;
}

/** That a notice of this case was served (送达): what depends on telling somebody counts from then. */
export interface Service {
  readonly notice: string;
  /** What it tells, as the contract names it: `SUPPLEMENT`. */
  readonly kind: string;
  /** The sequence number of the entry that it tells of; null where it tells of none. */
  readonly entry: number | null;
  readonly at: Instant;
}

export interface ReceiptPlace {
  readonly series: string;
  readonly serial: number;
}

/** All that is known of a case. A null is a page not written yet; the status says which are. */
export interface CaseFile extends Stepwise, Requesting, Classified {
  readonly receiptNumber: string;
  /** The series that the number counts in, and its place there. */
  readonly receipt: ReceiptPlace;
  readonly itemId: string;
  readonly itemRevision: number;
  readonly terms: ItemTerms;
  /** Fixed when it was filed; absent in older cases, which go by the item as it is. */
  readonly lists?: ItemLists;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
  readonly window: string | null;
  readonly handler: string | null;
  readonly kind: CaseKind;
  readonly channel: Channel;
  readonly applicant: ApplicantMark;
  readonly queryCodeHash: string;
  /** Unique while the case is open, absent afterwards: no second case for the same application (002:15). */
  readonly filingKey?: string;
  /** The filing key of a case that is no longer open: it holds again when the case is reopened. */
  readonly givenUpKey?: string;
  readonly submittedAt: Instant;
  /** When the materials came from which the time to tell runs. */
  readonly receivedAt: Instant;
  readonly materials: readonly Paper[];
  /** Absent where nothing was promised, or all of it came. */
  readonly owed?: Owed;
  readonly visits: number;
  readonly clocks: readonly CaseClock[];
  /** The first end of a running clock, for lists; null when none runs. */
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
  /** Those steps that are not counted, as the clocks are counted by them. */
  readonly specialTimes: readonly SpecialTime[];
  readonly notice: Notice | null;
  readonly acceptance: Acceptance | null;
  readonly verdict: Verdict | null;
  /** The newest; an overturned one stays until another takes its place. */
  readonly denial: Denial | null;
  /** Those whose place the newest has taken, oldest first: each report reads its own. Absent where there is none. */
  readonly earlierDenials?: readonly Denial[];
  /** Each overturning that reopened the case, by its report, oldest first. */
  readonly reopenings: readonly Overturning[];
  readonly certificate: Certificate | null;
  /** By which signed paper an officer has withdrawn it for the applicant; absent where he did it himself. */
  readonly withdrawnBy?: SignedPaper;
  /** When the applicant got which paper, oldest first; absent where none is known to be served. */
  readonly services?: readonly Service[];
}

/** One member for each status, with the pages that are written in it. */
type Written<Status, Page extends keyof CaseFile = never> = Status extends CaseStatus
  ? CaseFile & { readonly status: Status } & { readonly [P in Page]: NonNullable<CaseFile[P]> }
  : never;

export type FiledCase =
  | Written<'SUBMITTED'>
  | Written<'SUPPLEMENT_REQUIRED', 'notice'>
  | Written<'ACCEPTED' | 'IN_PROCESS', 'acceptance'>
  | Written<'APPROVED', 'acceptance' | 'verdict'>
  | Written<'REJECTED', 'acceptance' | 'verdict' | 'denial'>
  | Written<'RETURNED', 'denial'>
  | Written<'ISSUED', 'acceptance' | 'verdict' | 'certificate'>
  | Written<'LAPSED' | 'WITHDRAWN' | 'COMPLETED' | 'ARCHIVED'>;

export type CaseState = { readonly status: 'ABSENT' } | FiledCase;

/** The numbers that a local rule table may set. */
export interface CasePeriods {
  /** How long a notice waits for the materials. No article sets it. */
  readonly supplement: Period;
  /** How many working days before its end a clock warns. */
  readonly dueSoonWorkingDays: number;
  /** Within which an item is handled that has no limit at all: every item has one (000:13), no source says how long. */
  readonly withoutLimit: Period;
  /** When centres close, as `17:00`: an immediate case ends then (A10). No article sets it. */
  readonly closing: string;
}
