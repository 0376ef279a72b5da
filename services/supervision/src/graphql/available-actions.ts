import { isOneOf, isPerson, type Viewer } from '@onewindow/identity';
import type { Caller } from '@onewindow/service';
import { keepsReports } from '../commands/report-commands.ts';
import { isInForce } from '../domain/case-exclusion.ts';
import { REPORT_PERMITTED } from '../domain/negative-report-lifecycle.ts';
import type { PersonsReportCommand } from '../domain/negative-report.ts';
import type { ExclusionView, ReportView } from '../queries/views.ts';
import { supervises } from '../queries/visible.ts';
import type { CaseExclusionAction, NegativeReportAction } from './types.generated.ts';

const REPORT_ACTIONS: Readonly<Record<PersonsReportCommand['type'], NegativeReportAction>> = {
  SubmitReport: 'SUBMIT',
  AcknowledgeReport: 'ACKNOWLEDGE',
  OverturnReport: 'OVERTURN',
  FileReport: 'FILE',
};

/** Who is kept away himself does not end it; who handles the case now is asked when he does. */
export function exclusionActions(
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
  exclusion: ExclusionView,
): readonly CaseExclusionAction[] {
  const may = supervises(viewer, exclusion.centre) && !isOneOf(viewer, [exclusion.staff]);
  return may && isInForce(exclusion, at) ? ['LIFT'] : [];
}

export function reportActions(viewer: Viewer, report: ReportView): readonly NegativeReportAction[] {
  const permitted: readonly PersonsReportCommand['type'][] = REPORT_PERMITTED[report.status];
  const isSuperior = isPerson(viewer, report.superior);
  return permitted
    .filter((command) =>
      command === 'AcknowledgeReport' || command === 'OverturnReport'
        ? isSuperior
        : keepsReports(viewer, report),
    )
    .map((command) => REPORT_ACTIONS[command]);
}
