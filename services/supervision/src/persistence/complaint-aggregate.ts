import type { AggregateType, Journal } from '@onewindow/persistence';
import type { ComplaintCommand } from '../domain/complaint-commands.ts';
import type { ComplaintEvent } from '../domain/complaint-events.ts';
import { COMPLAINT_PERMITTED, createComplaintLifecycle } from '../domain/complaint-lifecycle.ts';
import type { ComplaintState, ReplyPeriods } from '../domain/complaint.ts';
import type { SupervisionRefusal } from '../domain/refusals.ts';
import { COMPLAINANT } from '../domain/complainant.ts';
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
    department: 'state.askedDepartment',
    complainant: 'personal.index.complainant',
  },
  filters: { 'state.status': statusesOf(COMPLAINT_PERMITTED), 'state.overdue': [true, false] },
  newest: { 'state.filedAt': -1, _id: -1 },
  of: 'state.case',
  except: ['state.target'],
} as const;

/** In older entries a complainant acts under a pseudonym of his own. */
const complainantTold = (actor: string): string =>
  actor.startsWith(`${COMPLAINANT}:`) ? COMPLAINANT : actor;

/** A complaint as the journal keeps it; who complains and what is written is sealed beside it. */
export function complaintAggregate(
  periods: ReplyPeriods,
): AggregateType<ComplaintState, ComplaintCommand, ComplaintEvent, SupervisionRefusal> {
  return {
    kind: 'complaint',
    collection: 'complaints',
    decider: createComplaintLifecycle(periods),
    stateVersion: 3,
    belonging: (state) => {
      if (state.status === 'ABSENT') {
        throw new Error('No complaint belongs anywhere before it is filed.');
      }
      const { region, centre } = state;
      // No department: what is told of a complaint does not come to the colleagues of its target.
      return { region, centre };
    },
    timers: complaintTimers,
    elapse: ({ kind, at }) => ({ type: 'ElapseTimer', kind, at }),
    publish: publishComplaintEvent,
    actorTold: complainantTold,
    indexes: indexesOf(complaintLists),
    queries: queriesOf(complaintLists),
  };
}
