import type { Period } from '@onewindow/calendar';
import {
  negativeReportEvents,
  negativeReportSnapshot,
  type NegativeReportSnapshot,
} from '@onewindow/contracts';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { certain } from '../domain/certain-deadline.ts';
import { reportTimers } from './domain/negative-report-evolution.ts';
import { createReportLifecycle } from './domain/negative-report-lifecycle.ts';
import type { ReportState } from './domain/negative-report.ts';
import { isSuperior, reportSight } from './who-sees-reports.ts';

/** What reports are opened with: how long a superior has to acknowledge one. */
export interface ReportGiven {
  readonly acknowledgeWithin: Period;
}

/** What is stored, told, listed and seen of the report of a denial. */
export const negativeReportKind = defineKind({
  kind: 'negative-report',
  collection: 'negativeReports',
  // 4: the days on the way to the acknowledgement are no longer kept.
  stateVersion: 4,
  decider: ({ acknowledgeWithin }: ReportGiven) => createReportLifecycle(acknowledgeWithin),
  timers: reportTimers,
  elapse: ({ kind, at }) => ({ type: 'ElapseTimer' as const, kind, at }),
  belonging: ({ region, centre, department }) => ({ region, centre, department }),
  // What the superior has said to it.
  detachable: { ReportAcknowledged: ['words'], ReportOverturned: ['words'] },
  textsInState: ['acknowledgement.words', 'overturning.words'],
  events: {
    ReportOpened: negativeReportEvents.opened,
    ReportSubmitted: negativeReportEvents.submitted,
    ReportAcknowledged: negativeReportEvents.acknowledged,
    ReportOverturned: negativeReportEvents.overturned,
    ReportFiled: negativeReportEvents.filed,
    AcknowledgementOverdue: negativeReportEvents.overdue,
  },
  snapshot: reportSnapshotOf,
  lists: {
    scopes: { centre: 'centre', department: 'department', superior: 'state.superior' },
    filters: {
      statuses: { field: 'state.status', all: negativeReportSnapshot.shape.status.options },
      overdue: { field: 'state.overdue', all: [true, false] },
    },
    newest: 'state.deniedAt',
  },
  sight: reportSight,
  alsoSees: isSuperior,
});

export type ReportJournal = JournalOf<TypesOf<typeof negativeReportKind>>;

/** A report without what its superior has said to it. */
function reportSnapshotOf(report: View<ReportState>): NegativeReportSnapshot {
  const { id, status, denial, reporter, superior, overdue } = report;
  const { region, centre, department, window } = report;
  return {
    id,
    status,
    case: report.case,
    denial,
    reporter,
    superior,
    region,
    centre,
    department,
    window,
    acknowledgeBy: certain(report.deadline).dueAt,
    overdue,
  };
}
