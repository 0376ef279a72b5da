import type { Deadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { ApplicantKind } from '../../case/domain/case.ts';
import type { SealFact } from '../../case/domain/facts.ts';

/** What a person is told in writing (告知书). RETURN: that an application is not accepted. */
export type NoticeKind =
  | 'RECEIPT'
  | 'SUPPLEMENT'
  | 'RETURN'
  | 'EXTENSION'
  | 'DAYS_TOLD'
  | 'HEARING'
  | 'DECISION'
  | 'READY'
  | 'REPLY'
  | 'CONSULTATION';

/** The occasions on which everything is told once (002:33). */
export type OneTimeOccasion =
  | 'CONSULTATION'
  | 'SUPPLEMENT'
  | 'JOINT_PRE_REVIEW'
  | 'JOINT_MEETING'
  | 'EXAMINATION_MEETING'
  | 'APPRAISAL_MEETING';

/** A part of a notice, in Chinese: a heading, and lines parted by line breaks. */
export interface NoticePart {
  readonly heading: string;
  readonly text: string;
}

/** What a notice says, before it is known who signs it. */
export interface Wording {
  readonly kind: NoticeKind;
  readonly occasion: OneTimeOccasion | null;
  /** Told in writing, or by word of mouth, which is written down (002:33). */
  readonly form: 'WRITTEN' | 'ORAL';
  readonly title: string;
  readonly parts: readonly NoticePart[];
  /** The article by which it is told. */
  readonly rule: string;
  /** Whose word it is: a member of staff; null where the law told (deemed acceptance). */
  readonly issuedBy: string | null;
}

/** A seal as windows has told of it: whose paper it is (行政许可法 32). */
export interface Sealed {
  readonly seal: string;
  readonly version: number;
}

export interface NoticeFacts extends Wording {
  /** What it is about; null where somebody has only asked. */
  readonly case: string | null;
  /** The sequence number of the case's entry that it tells of, null where it tells of none. */
  readonly entry: number | null;
  readonly item: string;
  readonly receiptNumber: string | null;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
  /** The day that it bears. */
  readonly datedAt: Instant;
  /** Null where nobody has said who he is, or his data is erased. */
  readonly addressee: { readonly kind: ApplicantKind; readonly digest: string } | null;
  readonly sealed: Sealed | null;
  /** Unique: what may be told once only, such as a meeting's demands. Absent where nothing bars a second one. */
  readonly onceKey?: string;
}

/** How it came to be served (送达). */
export type ServiceWay = 'AT_WINDOW' | 'OPENED_ONLINE' | 'BY_POST' | 'PUBLIC';

export interface Served {
  readonly how: ServiceWay;
  /** The day of service: clocks begin after it. */
  readonly at: Instant;
  /** Who has confirmed it: a member of staff; null for the addressee himself, and where the law serves. */
  readonly confirmedBy: string | null;
}

/** By which a notice goes out. PUBLIC: an announcement, which names nobody (公告). */
export type NoticeChannel = 'SMS' | 'POST' | 'SITE' | 'PUBLIC';

/** That a notice is being sent. A round is one sending, whose tries have one key: the receiver takes it once. */
export interface Sending {
  readonly channel: NoticeChannel;
  readonly round: number;
  readonly attempt: number;
  /** When it is tried again; null while a try is under way. */
  readonly retryAt: Instant | null;
}

interface NoticeFile extends NoticeFacts {
  readonly issuedAt: Instant;
  /** By when it is to be served (5 working days). */
  readonly serveBy: Deadline;
  /** That time has ended, and nobody has got it. */
  readonly unserved: boolean;
  readonly served: Served | null;
  readonly sending: Sending | null;
  /** How often sending has begun. */
  readonly rounds: number;
  readonly sentBy: NoticeChannel | null;
  /** Why the newest sending failed, as a code: `NO_PHONE`, `HTTP_500`; null where none has, or a later one did not. */
  readonly failure: string | null;
  /** When an announcement counts as service; null where there is none. */
  readonly publicUntil: Instant | null;
}
export type NoticeStatus = 'ISSUED' | 'SENT' | 'SERVED' | 'FAILED';
/** One member for each status, so that a table of statuses narrows it. */
export type IssuedNotice = {
  readonly [Status in NoticeStatus]: NoticeFile & { readonly status: Status };
}[NoticeStatus];
export type NoticeState = { readonly status: 'ABSENT' } | IssuedNotice;

interface Given<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}
export interface IssueNotice extends Given<'IssueNotice'>, NoticeFacts {
  readonly serveBy: Deadline;
}
export interface ConfirmService extends Given<'ConfirmService'> {
  readonly how: Exclude<ServiceWay, 'PUBLIC'>;
  /** The day on which the post was signed for; null for the other ways. */
  readonly signedOn: Instant | null;
  /** Null for the addressee himself. */
  readonly by: string | null;
  /** The seal that the department has now, for a notice that has none yet. */
  readonly seal: SealFact | null;
}
export interface SendNotice extends Given<'SendNotice'> {
  readonly channel: Exclude<NoticeChannel, 'PUBLIC'>;
  readonly by: string;
  readonly seal: SealFact | null;
}
export interface PublishNotice extends Given<'PublishNotice'> {
  readonly by: string;
  readonly seal: SealFact | null;
}
/** What came of a try. Nobody gives it. */
export interface RecordSent extends Given<'RecordSent'> {
  readonly round: number;
}
export interface RecordSendingFailure extends Given<'RecordSendingFailure'> {
  readonly round: number;
  readonly attempt: number;
  readonly reason: string;
  /** Trying again would not help: there is no telephone number. */
  readonly isFinal: boolean;
}
export interface ElapseNoticeTimer extends Given<'ElapseTimer'> {
  readonly kind: string;
}
export type NoticeCommand =
  | IssueNotice
  | ConfirmService
  | SendNotice
  | PublishNotice
  | RecordSent
  | RecordSendingFailure
  | ElapseNoticeTimer;

export interface NoticeIssued extends Given<'NoticeIssued'>, NoticeFacts {
  readonly serveBy: Deadline;
}
export interface NoticeSealed extends Given<'NoticeSealed'> {
  readonly sealed: Sealed;
}
export interface NoticeServed extends Given<'NoticeServed'> {
  readonly effectiveAt: Instant;
  readonly how: ServiceWay;
  readonly confirmedBy: string | null;
}
export interface NoticeUnserved extends Given<'NoticeUnserved'> {
  readonly effectiveAt: Instant;
}
export interface SendingBegun extends Given<'SendingBegun'> {
  readonly channel: NoticeChannel;
  readonly round: number;
  readonly by: string;
}
export interface SendingDelayed extends Given<'SendingDelayed'> {
  readonly round: number;
  readonly attempt: number;
  readonly reason: string;
  readonly retryAt: Instant;
}
export interface SendingRepeated extends Given<'SendingRepeated'> {
  readonly effectiveAt: Instant;
  readonly channel: NoticeChannel;
  readonly round: number;
  readonly attempt: number;
}
export interface NoticeSent extends Given<'NoticeSent'> {
  readonly channel: NoticeChannel;
  /** When an announcement counts as service; null for other channels. */
  readonly publicUntil: Instant | null;
}
export interface SendingFailed extends Given<'SendingFailed'> {
  readonly channel: NoticeChannel;
  readonly reason: string;
}
export type NoticeEvent =
  | NoticeIssued
  | NoticeSealed
  | NoticeServed
  | NoticeUnserved
  | SendingBegun
  | SendingDelayed
  | SendingRepeated
  | NoticeSent
  | SendingFailed;
