import type { Deadline } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { ComplaintFile, ComplaintVerdict } from './complaint.ts';

interface Happened<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}
interface BySupervisor<Type extends string> extends Happened<Type> {
  readonly by: string;
}

export interface ComplaintFiled
  extends
    Happened<'ComplaintFiled'>,
    Pick<
      ComplaintFile,
      'channel' | 'case' | 'target' | 'region' | 'centre' | 'department' | 'digest'
    > {
  readonly deadline: Deadline;
  /** Absent in older entries. */
  readonly targetOnPost?: boolean;
}
export type ComplaintAccepted = BySupervisor<'ComplaintAccepted'>;
export interface ComplaintTransferred extends BySupervisor<'ComplaintTransferred'> {
  readonly department: string;
}
export interface InvestigatorAssigned extends BySupervisor<'InvestigatorAssigned'> {
  readonly investigator: string;
}
export interface ComplaintHandled extends BySupervisor<'ComplaintHandled'> {
  readonly verdict: ComplaintVerdict;
  readonly result: string;
}
export interface ComplaintReplied extends BySupervisor<'ComplaintReplied'> {
  readonly text: string;
}
export interface QuestionsPut extends BySupervisor<'QuestionsPut'> {
  readonly text: string;
  /** Whose members are asked beside the target. */
  readonly department: string | null;
}
export interface QuestionsAnswered extends Happened<'QuestionsAnswered'> {
  /** Who was asked, never the supervisor. */
  readonly by: string;
  readonly text: string;
}
export type ComplaintClosed = BySupervisor<'ComplaintClosed'>;
export interface ComplaintReopened extends Happened<'ComplaintReopened'> {
  /** Null: the complainant. */
  readonly by: string | null;
  readonly deadline: Deadline;
}
export interface ReplyOverdue extends Happened<'ReplyOverdue'> {
  readonly effectiveAt: Instant;
}

export type ComplaintEvent =
  | ComplaintFiled
  | ComplaintAccepted
  | ComplaintTransferred
  | InvestigatorAssigned
  | ComplaintHandled
  | QuestionsPut
  | QuestionsAnswered
  | ComplaintReplied
  | ComplaintClosed
  | ComplaintReopened
  | ReplyOverdue;
