import { ALERT_PERMITTED } from '../domain/alert-lifecycle.ts';
import type { AlertKind, AlertLevel, AlertStatus } from '../domain/alert.ts';
import { COMPLAINT_PERMITTED } from '../domain/complaint-lifecycle.ts';
import type { ComplaintStatus } from '../domain/complaint.ts';
import { REPORT_PERMITTED } from '../domain/negative-report-lifecycle.ts';
import type { ReportStatus } from '../domain/negative-report.ts';
import { alertLists } from '../persistence/alert-aggregate.ts';
import { complaintLists } from '../persistence/complaint-aggregate.ts';
import { reportLists } from '../persistence/report-aggregate.ts';
import type { ComplaintScope, ReportScope, StaffScope } from './visible.ts';

export interface AlertFilter {
  readonly statuses?: readonly AlertStatus[] | null | undefined;
  readonly kinds?: readonly AlertKind[] | null | undefined;
  readonly levels?: readonly AlertLevel[] | null | undefined;
}
export interface AnswerFilter<Status> {
  readonly statuses?: readonly Status[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

const statusesOf = (permitted: object) =>
  Object.keys(permitted).filter((status) => status !== 'ABSENT');
const KINDS = ['DUE_SOON', 'OVERDUE', 'DENIAL_WITHOUT_ACKNOWLEDGED_REPORT', 'SECOND_NOTICE'];
const LEVELS = ['REMINDER', 'YELLOW_CARD'];

/** A filter that is absent is "one of all", so that one index serves every list. */
export const alertsIn = (scope: StaffScope, filter: AlertFilter | null | undefined) => ({
  [alertLists.scopes[scope.name]]: scope.value,
  'state.status': filter?.statuses ?? statusesOf(ALERT_PERMITTED),
  'state.kind': filter?.kinds ?? KINDS,
  'state.level': filter?.levels ?? LEVELS,
});

export const complaintsIn = (
  scope: ComplaintScope,
  filter?: AnswerFilter<ComplaintStatus> | null,
) => ({
  [complaintLists.scopes[scope.name]]: scope.value,
  'state.status': filter?.statuses ?? statusesOf(COMPLAINT_PERMITTED),
  'state.overdue': filter?.overdue ?? [true, false],
});

export const reportsIn = (scope: ReportScope, filter?: AnswerFilter<ReportStatus> | null) => ({
  [reportLists.scopes[scope.name]]: scope.value,
  'state.status': filter?.statuses ?? statusesOf(REPORT_PERMITTED),
  'state.overdue': filter?.overdue ?? [true, false],
});
