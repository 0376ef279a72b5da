import { complaintEvents, complaintSnapshot, type ComplaintSnapshot } from '@onewindow/contracts';
import type { PersonalDataVault } from '@onewindow/persistence';
import { defineKind, type View } from '@onewindow/service';
import { certain } from '../domain/certain-deadline.ts';
import { COMPLAINANT } from './domain/complainant.ts';
import { createComplaintLifecycle } from './domain/complaint-lifecycle.ts';
import type { ComplaintState, ReplyPeriods } from './domain/complaint.ts';
import { complaintTimers } from './domain/reply-deadline.ts';
import { complaintScope, isAsked } from './who-sees-complaints.ts';

/** What complaints are opened with: by when each is replied to, and the index by which a complainant is found. */
export interface ComplaintGiven {
  readonly replyPeriods: ReplyPeriods;
  readonly vault: Pick<PersonalDataVault, 'blindIndex'>;
}

/** What is stored, told, listed and seen of a complaint; who complains and what is written is sealed beside it. */
export const complaintKind = defineKind({
  kind: 'complaint',
  collection: 'complaints',
  // 7: the days on the way to the reply are no longer kept.
  stateVersion: 7,
  decider: ({ replyPeriods }: ComplaintGiven) => createComplaintLifecycle(replyPeriods),
  timers: complaintTimers,
  elapse: ({ kind, at }) => ({ type: 'ElapseTimer' as const, kind, at }),
  // In older entries a complainant acts under a pseudonym of his own.
  actorTold: (actor) => (actor.startsWith(`${COMPLAINANT}:`) ? COMPLAINANT : actor),
  // No department: what is told of a complaint does not come to the colleagues of its target.
  belonging: ({ region, centre }) => ({ region, centre }),
  // What was found, asked and answered; what the complainant wrote is sealed beside the journal.
  detachable: {
    ComplaintHandled: ['result'],
    QuestionsPut: ['text'],
    QuestionsAnswered: ['text'],
    ComplaintReplied: ['text'],
  },
  textsInState: ['finding.result', 'reply.text', 'questions.*.text', 'questions.*.answers.*.text'],
  events: {
    ComplaintFiled: complaintEvents.filed,
    ComplaintAccepted: complaintEvents.accepted,
    ComplaintTransferred: complaintEvents.transferred,
    InvestigatorAssigned: complaintEvents.investigated,
    ComplaintHandled: complaintEvents.handled,
    QuestionsPut: complaintEvents.questioned,
    QuestionsAnswered: complaintEvents.answered,
    ComplaintReplied: complaintEvents.replied,
    ComplaintClosed: complaintEvents.closed,
    ComplaintReopened: complaintEvents.reopened,
    ReplyOverdue: complaintEvents.overdue,
  },
  snapshot: complaintSnapshotOf,
  lists: {
    scopes: {
      overseen: 'state.foundBy',
      asked: 'state.asked',
      complainant: 'personal.index.complainant',
    },
    filters: {
      statuses: { field: 'state.status', all: complaintSnapshot.shape.status.options },
      overdue: { field: 'state.overdue', all: [true, false] },
    },
    // A department, and himself; beside them his centre, his region, and what he runs.
    several: { asked: 2, overseen: 5 },
    newest: 'state.filedAt',
    of: { case: 'state.case' },
    except: ['state.hiddenFrom', 'state.target'],
  },
  sight: (viewer, { vault }: ComplaintGiven) => complaintScope(viewer, vault),
  alsoSees: isAsked,
});

/** A complaint without who complains, what was written, who investigates and what was answered. */
function complaintSnapshotOf(complaint: View<ComplaintState>): ComplaintSnapshot {
  const { id, status, target, region, centre, department, finding, filedAt, overdue } = complaint;
  const replyDueAt = certain(complaint.deadline).dueAt;
  return {
    id,
    status,
    case: complaint.case,
    target,
    region,
    centre,
    department,
    finding: finding?.verdict ?? null,
    filedAt,
    replyDueAt,
    overdue,
  };
}
