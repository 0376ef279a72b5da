import type { Period } from '@onewindow/calendar';
import type { AggregateType, Journal } from '@onewindow/persistence';
import { reportTimers } from '../domain/negative-report-evolution.ts';
import { createReportLifecycle, REPORT_PERMITTED } from '../domain/negative-report-lifecycle.ts';
import type { ReportCommand, ReportEvent, ReportState } from '../domain/negative-report.ts';
import type { SupervisionRefusal } from '../domain/refusals.ts';
import { publishReportEvent } from '../events/publish-report-events.ts';
import { indexesOf, queriesOf, statusesOf } from './scoped-lists.ts';

export type ReportJournal = Journal<ReportState, ReportCommand, ReportEvent, SupervisionRefusal>;

export const reportLists = {
  scopes: { centre: 'centre', department: 'department', superior: 'state.superior' },
  filters: { 'state.status': statusesOf(REPORT_PERMITTED), 'state.overdue': [true, false] },
  newest: { 'state.deniedAt': -1, _id: -1 },
} as const;

/** The report of a denial as the journal keeps it. */
export function reportAggregate(
  acknowledgeWithin: Period,
): AggregateType<ReportState, ReportCommand, ReportEvent, SupervisionRefusal> {
  return {
    kind: 'negative-report',
    collection: 'negativeReports',
    decider: createReportLifecycle(acknowledgeWithin),
    stateVersion: 1,
    belonging: (state) => {
      if (state.status === 'ABSENT') {
        throw new Error('No report belongs anywhere before it is opened.');
      }
      const { region, centre, department } = state;
      return { region, centre, department };
    },
    timers: reportTimers,
    elapse: ({ kind, at }) => ({ type: 'ElapseTimer', kind, at }),
    publish: publishReportEvent,
    indexes: indexesOf(reportLists),
    queries: queriesOf(reportLists),
  };
}
