import type { ReportStatus } from '../domain/negative-report.ts';
import { exclusionLists } from '../persistence/exclusion-aggregate.ts';
import { reportLists } from '../persistence/report-aggregate.ts';
import type { ReportScope, StaffScope } from './visible.ts';

export interface AnswerFilter<Status> {
  readonly statuses?: readonly Status[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

/** A filter that is absent is "one of all", so that one index serves every list. */
export const exclusionsIn = (scope: StaffScope) => ({
  [exclusionLists.scopes[scope.name]]: scope.value,
});

export const reportsIn = (scope: ReportScope, filter?: AnswerFilter<ReportStatus> | null) => ({
  [reportLists.scopes[scope.name]]: scope.value,
  'state.status': filter?.statuses ?? reportLists.filters['state.status'],
  'state.overdue': filter?.overdue ?? [true, false],
});
