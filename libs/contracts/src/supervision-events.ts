import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** An alert as everybody may know it: what about, never what somebody wrote on it. */
export const alertSnapshot = z.object({
  id: z.uuid(),
  kind: z.enum(['DUE_SOON', 'OVERDUE', 'DENIAL_WITHOUT_ACKNOWLEDGED_REPORT', 'SECOND_NOTICE']),
  level: z.enum(['REMINDER', 'YELLOW_CARD']),
  status: z.enum(['DETECTED', 'ACKNOWLEDGED', 'DISMISSED']),
  case: z.uuid(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid(),
  /** When what it is about happened. */
  occurredAt: z.string(),
});

/** A complaint as everybody may know it: who complains and what was written are nobody else's business. */
export const complaintSnapshot = z.object({
  id: z.uuid(),
  status: z.enum([
    'FILED',
    'TRANSFERRED',
    'ACCEPTED',
    'INVESTIGATING',
    'HANDLED',
    'REPLIED',
    'CLOSED',
    'REOPENED',
  ]),
  /** The case it is about, null when it is about none. */
  case: z.uuid().nullable(),
  /** The member of staff it is against, null when it names nobody. */
  target: z.uuid().nullable(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid().nullable(),
  finding: z.enum(['FOUNDED', 'UNFOUNDED']).nullable(),
  filedAt: z.string(),
  replyDueAt: z.string(),
  overdue: z.boolean(),
});

/** Who is kept away from a case by a supervisor's decision, until when. Why is told to nobody by event. */
export const caseExclusionSnapshot = z.object({
  id: z.uuid(),
  status: z.enum(['IN_FORCE', 'LIFTED']),
  case: z.uuid(),
  /** Who is kept away. */
  staff: z.uuid(),
  region: z.uuid(),
  centre: z.uuid(),
  decidedBy: z.uuid(),
  /** From then on he is kept away no longer. */
  until: z.string(),
});

/** The report of a denial to the superior (000:14), without its text, which is kept with the case. */
export const negativeReportSnapshot = z.object({
  id: z.uuid(),
  status: z.enum([
    'REPORT_WRITTEN',
    'SUBMITTED_TO_SUPERIOR',
    'ACKNOWLEDGED',
    'OVERTURNED',
    'FILED',
  ]),
  case: z.uuid(),
  denial: z.enum(['REJECTED', 'RETURNED']),
  reporter: z.uuid().nullable(),
  superior: z.uuid().nullable(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid(),
  window: z.uuid().nullable(),
  acknowledgeBy: z.string(),
  overdue: z.boolean(),
});

const about = (aggregate: string, happened: string) =>
  ({ service: 'supervision', aggregate, happened, version: 1 }) as const;
const carrying = <Snapshot extends z.ZodType>(snapshot: Snapshot) =>
  z.object({ happened: z.object({}), snapshot });
const ofAlert = (happened: string, words: { readonly en: string; readonly zh: string }) =>
  defineEvent({ ...about('alert', happened), schema: carrying(alertSnapshot), description: words });
const ofComplaint = (happened: string, words: { readonly en: string; readonly zh: string }) =>
  defineEvent({
    ...about('complaint', happened),
    schema: carrying(complaintSnapshot),
    description: words,
  });
const ofExclusion = (happened: string, words: { readonly en: string; readonly zh: string }) =>
  defineEvent({
    ...about('case-exclusion', happened),
    schema: carrying(caseExclusionSnapshot),
    description: words,
  });
const ofReport = (happened: string, words: { readonly en: string; readonly zh: string }) =>
  defineEvent({
    ...about('negative-report', happened),
    schema: carrying(negativeReportSnapshot),
    description: words,
  });

export const alertRaised = ofAlert('raised', {
  en: 'Something about a case asks for a supervisor.',
  zh: '监察预警产生',
});
export const alertAcknowledged = ofAlert('acknowledged', {
  en: 'A supervisor has verified an alert.',
  zh: '监察预警核实',
});
export const alertDismissed = ofAlert('dismissed', {
  en: 'A supervisor has found an alert to be none.',
  zh: '监察预警撤销',
});

/** All that is told of an alert: who listens takes the family, or names what it leaves out. */
export const alertEvents = {
  raised: alertRaised,
  acknowledged: alertAcknowledged,
  dismissed: alertDismissed,
} as const;

export const complaintFiled = ofComplaint('filed', {
  en: 'Somebody complains: the target takes no part in the complaint.',
  zh: '效能投诉提交',
});
export const complaintAccepted = ofComplaint('accepted', {
  en: 'A complaint is dealt with, as every one is.',
  zh: '效能投诉受理',
});
export const complaintTransferred = ofComplaint('transferred', {
  en: 'A complaint is handed to the department that it concerns.',
  zh: '效能投诉转办',
});
export const complaintInvestigated = ofComplaint('investigated', {
  en: 'A complaint has an investigator, who is not its target.',
  zh: '效能投诉调查',
});
export const complaintHandled = ofComplaint('handled', {
  en: 'A complaint was found to be founded or not.',
  zh: '效能投诉处理',
});
export const complaintQuestioned = ofComplaint('questioned', {
  en: 'Target and department of a complaint are asked, and learn of it.',
  zh: '效能投诉询问',
});
export const complaintAnswered = ofComplaint('answered', {
  en: 'Who was asked about a complaint has answered.',
  zh: '效能投诉询问答复',
});
export const complaintReplied = ofComplaint('replied', {
  en: 'The complainant has an answer.',
  zh: '效能投诉答复',
});
export const complaintClosed = ofComplaint('closed', {
  en: 'A complaint is closed.',
  zh: '效能投诉办结',
});
export const complaintReopened = ofComplaint('reopened', {
  en: 'An answered complaint is open again.',
  zh: '效能投诉重启',
});
export const complaintOverdue = ofComplaint('overdue', {
  en: 'The time to reply to a complaint has ended without a reply.',
  zh: '效能投诉逾期未答复',
});

/** All that is told of a complaint. */
export const complaintEvents = {
  filed: complaintFiled,
  accepted: complaintAccepted,
  transferred: complaintTransferred,
  investigated: complaintInvestigated,
  handled: complaintHandled,
  questioned: complaintQuestioned,
  answered: complaintAnswered,
  replied: complaintReplied,
  closed: complaintClosed,
  reopened: complaintReopened,
  overdue: complaintOverdue,
} as const;

export const caseExclusionDecided = ofExclusion('decided', {
  en: 'A supervisor keeps a member of staff away from a case until a moment.',
  zh: '责令回避',
});
export const caseExclusionLifted = ofExclusion('lifted', {
  en: 'A supervisor has ended an exclusion before its time.',
  zh: '解除回避',
});

/** All that is told of who is kept away from a case. */
export const caseExclusionEvents = {
  decided: caseExclusionDecided,
  lifted: caseExclusionLifted,
} as const;

export const negativeReportOpened = ofReport('opened', {
  en: 'A denial has a report, which its superior is to acknowledge.',
  zh: '否定报备立档',
});
export const negativeReportSubmitted = ofReport('submitted', {
  en: 'The report of a denial lies before this superior.',
  zh: '否定报备送达上级',
});
export const negativeReportAcknowledged = ofReport('acknowledged', {
  en: 'The superior has acknowledged the report of a denial.',
  zh: '否定报备确认',
});
export const negativeReportOverturned = ofReport('overturned', {
  en: 'The superior holds a denial to be wrong.',
  zh: '否定决定被上级否决',
});
export const negativeReportFiled = ofReport('filed', {
  en: 'The report of a denial is on file.',
  zh: '否定报备归档',
});
export const negativeReportOverdue = ofReport('overdue', {
  en: 'No superior has acknowledged the report of a denial in time.',
  zh: '否定报备逾期未确认',
});

/** All that is told of the report of a denial. */
export const negativeReportEvents = {
  opened: negativeReportOpened,
  submitted: negativeReportSubmitted,
  acknowledged: negativeReportAcknowledged,
  overturned: negativeReportOverturned,
  filed: negativeReportFiled,
  overdue: negativeReportOverdue,
} as const;

export type AlertSnapshot = z.infer<typeof alertSnapshot>;
export type CaseExclusionSnapshot = z.infer<typeof caseExclusionSnapshot>;
export type ComplaintSnapshot = z.infer<typeof complaintSnapshot>;
export type NegativeReportSnapshot = z.infer<typeof negativeReportSnapshot>;
