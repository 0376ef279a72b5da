import type { KeptDeadline, Period } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';

/** 投诉渠道 (000:28; 002:88, 145, 167, 169): all of them feed one queue. */
export type ComplaintChannel =
  'PHONE' | 'MAILBOX' | 'OPINION_BOX' | 'SERVICE_DESK' | 'WEB' | 'HOTLINE' | 'REPORT_PHONE';
export type ComplaintVerdict = 'FOUNDED' | 'UNFOUNDED';

export interface Finding {
  readonly verdict: ComplaintVerdict;
  /** What follows from it: 有理必果. */
  readonly result: string;
  readonly by: string;
  readonly at: Instant;
}
export interface Reply {
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

/** A round of questions; each who is asked answers it once. */
export interface QuestionRound extends Reply {
  readonly answers: readonly Reply[];
}

/** All that is known of a complaint but who complains and what is written: that is sealed. */
export interface ComplaintFile {
  readonly channel: ComplaintChannel;
  readonly case: string | null;
  readonly target: string | null;
  /** Whether he stood at a window when it was filed; true where that was not told. */
  readonly targetOnPost: boolean;
  readonly region: string;
  readonly centre: string;
  /** The department it concerns, null until that is known. */
  readonly department: string | null;
  /** Salted digest of what is sealed. */
  readonly digest: string;
  readonly filedAt: Instant;
  readonly deadline: KeptDeadline;
  readonly overdue: boolean;
  readonly investigator: string | null;
  readonly finding: Finding | null;
  readonly reply: Reply | null;
  readonly closedAt: Instant | null;
  /** What a supervisor has asked target and department: before that they know nothing of the complaint. */
  readonly questions: readonly QuestionRound[];
  /** Who is asked, and finds it by that: the target, and the department that it concerned then. Nobody before. */
  readonly asked: readonly string[];
  /** The target as long as he is not asked, then null: for him it does not exist, whatever he supervises. */
  readonly hiddenFrom: string | null;
  /** Whose supervision has it: `overseersOf`, once given never taken back. */
  readonly overseenBy: readonly string[];
  /** On whose list it is: who has it, and who is asked. */
  readonly foundBy: readonly string[];
  readonly reopenings: number;
}

type Written<Status extends string, Page extends keyof ComplaintFile = never> = ComplaintFile & {
  readonly status: Status;
} & { readonly [P in Page]: NonNullable<ComplaintFile[P]> };

/** 有诉必理: there is no status in which a complaint is refused (3.8). */
export type FiledComplaint =
  | Written<'FILED' | 'TRANSFERRED' | 'ACCEPTED' | 'REOPENED'>
  | Written<'INVESTIGATING', 'investigator'>
  | Written<'HANDLED', 'investigator' | 'finding'>
  | Written<'REPLIED', 'investigator' | 'finding' | 'reply'>
  | Written<'CLOSED', 'investigator' | 'finding' | 'reply' | 'closedAt'>;
export type ComplaintStatus = FiledComplaint['status'];
export type ComplaintState = { readonly status: 'ABSENT' } | FiledComplaint;

/** By when a complaint of each channel is replied to: one rule table (A24). */
export type ReplyPeriods = Readonly<Record<ComplaintChannel, Period>>;
