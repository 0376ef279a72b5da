import { personOf, type Viewer } from '@onewindow/identity';
import type { ListQuery } from '@onewindow/service';
import type { ComplaintStatus } from '../domain/complaint.ts';
import type { ReportStatus } from '../domain/negative-report.ts';
import { complaintLists } from '../persistence/complaint-aggregate.ts';
import { exclusionLists } from '../persistence/exclusion-aggregate.ts';
import { reportLists } from '../persistence/report-aggregate.ts';
import type { ComplaintScope, ReportScope, StaffScope } from './visible.ts';

export interface AnswerFilter<Status> {
  readonly statuses?: readonly Status[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
}

/** A filter that is absent is "one of all", so that one index serves every list. */
const complaintsIn = (scope: ComplaintScope, filter?: AnswerFilter<ComplaintStatus> | null) => ({
  [complaintLists.scopes[scope.name]]: scope.value,
  'state.status': filter?.statuses ?? complaintLists.filters['state.status'],
  'state.overdue': filter?.overdue ?? [true, false],
});

/** A viewer's own complaints, those of his centre but for the ones against himself, or what he was asked. */
export function complaintQuery(
  viewer: Viewer,
  scope: ComplaintScope,
  {
    suffix = '',
    filter = null,
  }: {
    readonly suffix?: string;
    readonly filter?: AnswerFilter<ComplaintStatus> | null | undefined;
  } = {},
): ListQuery {
  const { staffId } = personOf(viewer);
  return {
    query: `${scope.name}:newest${suffix}`,
    equality: complaintsIn(scope, filter),
    ...(scope.name === 'centre' && staffId !== null && { except: { 'state.target': staffId } }),
  };
}

export const exclusionsIn = (scope: StaffScope) => ({
  [exclusionLists.scopes[scope.name]]: scope.value,
});

export const reportsIn = (scope: ReportScope, filter?: AnswerFilter<ReportStatus> | null) => ({
  [reportLists.scopes[scope.name]]: scope.value,
  'state.status': filter?.statuses ?? reportLists.filters['state.status'],
  'state.overdue': filter?.overdue ?? [true, false],
});
