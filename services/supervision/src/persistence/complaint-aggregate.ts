import type { AggregateType, Journal } from '@onewindow/persistence';
import type { ComplaintCommand } from '../domain/complaint-commands.ts';
import type { ComplaintEvent } from '../domain/complaint-events.ts';
import { COMPLAINT_PERMITTED, createComplaintLifecycle } from '../domain/complaint-lifecycle.ts';
import type { ComplaintState, ReplyPeriods } from '../domain/complaint.ts';
import type { SupervisionRefusal } from '../domain/refusals.ts';
import { complaintTimers } from '../domain/reply-deadline.ts';
import { publishComplaintEvent } from '../events/publish-complaint-events.ts';
import { indexesOf, queriesOf, statusesOf } from './scoped-lists.ts';

export type ComplaintJournal = Journal<
  ComplaintState,
  ComplaintCommand,
  ComplaintEvent,
  SupervisionRefusal
>;

export const complaintLists = {
  scopes: {
    centre: 'centre',
    department: 'department',
    complainant: 'personal.index.complainant',
  },
  filters: { 'state.status': statusesOf(COMPLAINT_PERMITTED), 'state.overdue': [true, false] },
  newest: { 'state.filedAt': -1, _id: -1 },
  of: 'state.case',
} as const;

/** A complaint as the journal keeps it; who complains and what is written is sealed beside it. */
export function complaintAggregate(
  periods: ReplyPeriods,
): AggregateType<ComplaintState, ComplaintCommand, ComplaintEvent, SupervisionRefusal> {
  return {
    kind: 'complaint',
    collection: 'complaints',
    decider: createComplaintLifecycle(periods),
    stateVersion: 1,
    belonging: (state) => {
      if (state.status === 'ABSENT') {
        throw new Error('No complaint belongs anywhere before it is filed.');
      }
      const { region, centre, department } = state;
      return { region, centre, ...(department !== null && { department }) };
    },
    timers: complaintTimers,
    elapse: ({ kind, at }) => ({ type: 'ElapseTimer', kind, at }),
    publish: publishComplaintEvent,
    indexes: indexesOf(complaintLists),
    queries: queriesOf(complaintLists),
  };
}
