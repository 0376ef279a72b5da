import {
  complaintAccepted,
  complaintAnswered,
  complaintClosed,
  complaintFiled,
  complaintHandled,
  complaintInvestigated,
  complaintOverdue,
  complaintQuestioned,
  complaintReopened,
  complaintReplied,
  complaintTransferred,
  fact,
  type ComplaintSnapshot,
  type ContractFact,
} from '@onewindow/contracts';
import type { Entry } from '@onewindow/persistence';
import type { ComplaintEvent } from '../domain/complaint-events.ts';
import type { ComplaintState, FiledComplaint } from '../domain/complaint.ts';
import { certain } from '../domain/reply-deadline.ts';

const CONTRACTS = {
  ComplaintFiled: complaintFiled,
  ComplaintAccepted: complaintAccepted,
  ComplaintTransferred: complaintTransferred,
  InvestigatorAssigned: complaintInvestigated,
  ComplaintHandled: complaintHandled,
  QuestionsPut: complaintQuestioned,
  QuestionsAnswered: complaintAnswered,
  ComplaintReplied: complaintReplied,
  ComplaintClosed: complaintClosed,
  ComplaintReopened: complaintReopened,
  ReplyOverdue: complaintOverdue,
} as const satisfies Record<ComplaintEvent['type'], unknown>;

/** What others learn of an entry. */
export function publishComplaintEvent(
  { event }: Pick<Entry<ComplaintEvent>, 'event'>,
  state: ComplaintState,
  id: string,
): ContractFact | undefined {
  return state.status === 'ABSENT'
    ? undefined
    : fact(CONTRACTS[event.type], { happened: {}, snapshot: complaintSnapshotOf(id, state) });
}

/** A complaint without who complains, what was written, who investigates and what was answered. */
export function complaintSnapshotOf(id: string, state: FiledComplaint): ComplaintSnapshot {
  const { status, target, region, centre, department, finding, filedAt, overdue } = state;
  const replyDueAt = certain(state.deadline).dueAt;
  return {
    ...{ id, status, case: state.case, target, region, centre, department },
    ...{ finding: finding?.verdict ?? null, filedAt, replyDueAt, overdue },
  };
}
