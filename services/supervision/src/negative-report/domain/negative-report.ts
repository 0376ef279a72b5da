import type { Calendar, Deadline, KeptDeadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';

/** Which denial it reports: an application that is rejected, or one that is not accepted (A22). */
export type DenialKind = 'REJECTED' | 'RETURNED';

export interface Word {
  readonly by: string;
  readonly at: Instant;
  readonly words: string;
}

/** 否定报备: who has denied what, and who is to know of it. Situation and reasons are kept with the case. */
export interface ReportFacts {
  readonly denial: DenialKind;
  readonly case: string;
  /** What was applied for; null in reports from before it was told. */
  readonly item: string | null;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
  readonly window: string | null;
  readonly rule: string;
  readonly reporter: string | null;
  /** The leader in charge of the home department (A21), null until there is one who is not the reporter. Named once. */
  readonly superior: string | null;
  readonly deniedAt: Instant;
}

export interface ReportFile extends ReportFacts {
  /** By when the superior acknowledges. */
  readonly deadline: KeptDeadline;
  readonly overdue: boolean;
  readonly acknowledgement: Word | null;
  readonly overturning: Word | null;
  readonly filedAt: Instant | null;
}

export type ReportStatus =
  'REPORT_WRITTEN' | 'SUBMITTED_TO_SUPERIOR' | 'ACKNOWLEDGED' | 'OVERTURNED' | 'FILED';
/** One member for each status, so that a table of statuses narrows it. */
export type OpenedReport = {
  readonly [Status in ReportStatus]: ReportFile & { readonly status: Status };
}[ReportStatus];
export type ReportState = { readonly status: 'ABSENT' } | OpenedReport;

interface Given<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}
interface ByStaff<Type extends string> extends Given<Type> {
  readonly by: string;
}

export interface OpenReport extends Given<'OpenReport'>, ReportFacts {
  readonly calendar: Calendar;
}
export interface SubmitReport extends ByStaff<'SubmitReport'> {
  /** The leader in charge of the department as windows has told, null while none is named. */
  readonly superior: string | null;
}
export interface AcknowledgeReport extends ByStaff<'AcknowledgeReport'> {
  readonly note: string;
}
export interface OverturnReport extends ByStaff<'OverturnReport'> {
  readonly reason: string;
}
export type FileReport = ByStaff<'FileReport'>;
export interface ElapseReportTimer extends Given<'ElapseTimer'> {
  readonly kind: string;
}
export type PersonsReportCommand = SubmitReport | AcknowledgeReport | OverturnReport | FileReport;
export type ReportCommand = OpenReport | PersonsReportCommand | ElapseReportTimer;

export interface ReportOpened extends Given<'ReportOpened'>, Omit<ReportFacts, 'item'> {
  /** Absent in entries from before it was told. */
  readonly item?: string | null;
  readonly effectiveAt: Instant;
  readonly deadline: Deadline;
}
export interface ReportSubmitted extends ByStaff<'ReportSubmitted'> {
  readonly superior: string;
}
export interface ReportAcknowledged extends ByStaff<'ReportAcknowledged'> {
  readonly words: string;
}
export interface ReportOverturned extends ByStaff<'ReportOverturned'> {
  readonly words: string;
}
export type ReportFiled = ByStaff<'ReportFiled'>;
export interface AcknowledgementOverdue extends Given<'AcknowledgementOverdue'> {
  readonly effectiveAt: Instant;
}
export type ReportEvent =
  | ReportOpened
  | ReportSubmitted
  | ReportAcknowledged
  | ReportOverturned
  | ReportFiled
  | AcknowledgementOverdue;
