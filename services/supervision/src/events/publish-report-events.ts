import {
  fact,
  negativeReportAcknowledged,
  negativeReportFiled,
  negativeReportOpened,
  negativeReportOverdue,
  negativeReportOverturned,
  negativeReportSubmitted,
  type ContractFact,
  type NegativeReportSnapshot,
} from '@onewindow/contracts';
import type { Entry } from '@onewindow/persistence';
import type { OpenedReport, ReportEvent, ReportState } from '../domain/negative-report.ts';
import { certain } from '../complaint/domain/reply-deadline.ts';

const CONTRACTS = {
  ReportOpened: negativeReportOpened,
  ReportSubmitted: negativeReportSubmitted,
  ReportAcknowledged: negativeReportAcknowledged,
  ReportOverturned: negativeReportOverturned,
  ReportFiled: negativeReportFiled,
  AcknowledgementOverdue: negativeReportOverdue,
} as const satisfies Record<ReportEvent['type'], unknown>;

/** What others, and the alerts of this service, learn of an entry. */
export function publishReportEvent(
  { event }: Pick<Entry<ReportEvent>, 'event'>,
  state: ReportState,
  id: string,
): ContractFact | undefined {
  return state.status === 'ABSENT'
    ? undefined
    : fact(CONTRACTS[event.type], { happened: {}, snapshot: reportSnapshotOf(id, state) });
}

/** A report without what its superior has said to it. */
export function reportSnapshotOf(id: string, state: OpenedReport): NegativeReportSnapshot {
  const { status, denial, reporter, superior, overdue } = state;
  const { region, centre, department, window } = state;
  return {
    ...{ id, status, case: state.case, denial, reporter, superior },
    ...{ region, centre, department, window },
    ...{ acknowledgeBy: certain(state.deadline).dueAt, overdue },
  };
}
