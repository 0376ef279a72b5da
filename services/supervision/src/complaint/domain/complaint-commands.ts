import type { Calendar } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { ComplaintChannel, ComplaintVerdict } from './complaint.ts';
import type { Supervising } from '../../domain/impartiality.ts';

interface Given<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}
interface BySupervisor<Type extends string> extends Given<Type>, Supervising {}

export interface FileComplaint extends Given<'FileComplaint'> {
  readonly channel: ComplaintChannel;
  readonly case: string | null;
  readonly target: string | null;
  /** Whether the target stands at a window, true without one. */
  readonly targetOnPost: boolean;
  readonly region: string;
  readonly centre: string;
  readonly department: string | null;
  readonly digest: string;
  readonly calendar: Calendar;
}
export type AcceptComplaint = BySupervisor<'AcceptComplaint'>;
export interface TransferComplaint extends BySupervisor<'TransferComplaint'> {
  readonly department: string;
}
export interface AssignInvestigator extends BySupervisor<'AssignInvestigator'> {
  readonly investigator: string;
}
export interface HandleComplaint extends BySupervisor<'HandleComplaint'> {
  readonly verdict: ComplaintVerdict;
  readonly result: string;
}
export interface ReplyToComplaint extends BySupervisor<'ReplyToComplaint'> {
  readonly text: string;
}
/** Puts questions to the target and the department, who learn of the complaint by it. */
export interface PutQuestions extends BySupervisor<'PutQuestions'> {
  readonly text: string;
}
/** By the target, or by staff of the department that was asked: each for himself, to the newest questions. */
export interface AnswerQuestions extends Given<'AnswerQuestions'> {
  readonly by: string;
  readonly text: string;
}
export type CloseComplaint = BySupervisor<'CloseComplaint'>;
/** By the complainant, for whom there is no supervisor, or by a supervisor. */
export interface ReopenComplaint extends Given<'ReopenComplaint'> {
  readonly supervisor: Supervising | null;
  readonly calendar: Calendar;
}
export interface ElapseReplyTimer extends Given<'ElapseTimer'> {
  readonly kind: string;
}

export type PersonsComplaintCommand =
  | FileComplaint
  | AcceptComplaint
  | TransferComplaint
  | AssignInvestigator
  | HandleComplaint
  | PutQuestions
  | AnswerQuestions
  | ReplyToComplaint
  | CloseComplaint
  | ReopenComplaint;
export type ComplaintCommand = PersonsComplaintCommand | ElapseReplyTimer;
