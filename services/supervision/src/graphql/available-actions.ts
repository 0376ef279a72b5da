import { isKnownStaff, isOneOf, isPerson, personOf, type Viewer } from '@onewindow/identity';
import type { Caller } from '@onewindow/service';
import type { PersonalDataVault } from '@onewindow/persistence';
import { keepsReports } from '../commands/report-commands.ts';
import type { PersonsComplaintCommand } from '../domain/complaint-commands.ts';
import { isInForce } from '../domain/case-exclusion.ts';
import { COMPLAINT_PERMITTED, hasAnswered } from '../domain/complaint-lifecycle.ts';
import { REPORT_PERMITTED } from '../domain/negative-report-lifecycle.ts';
import type { PersonsReportCommand } from '../domain/negative-report.ts';
import type { ComplaintView, ExclusionView, ReportView } from '../queries/views.ts';
import { isAsked, isComplainant, supervises } from '../queries/visible.ts';
import type {
  CaseExclusionAction,
  ComplaintAction,
  NegativeReportAction,
} from './types.generated.ts';

const COMPLAINT_ACTIONS: Readonly<
  Record<Exclude<PersonsComplaintCommand['type'], 'FileComplaint'>, ComplaintAction>
> = {
  AcceptComplaint: 'ACCEPT',
  TransferComplaint: 'TRANSFER',
  AssignInvestigator: 'ASSIGN_INVESTIGATOR',
  HandleComplaint: 'HANDLE',
  PutQuestions: 'PUT_QUESTIONS',
  AnswerQuestions: 'ANSWER',
  ReplyToComplaint: 'REPLY',
  CloseComplaint: 'CLOSE',
  ReopenComplaint: 'REOPEN',
};
const REPORT_ACTIONS: Readonly<Record<PersonsReportCommand['type'], NegativeReportAction>> = {
  SubmitReport: 'SUBMIT',
  AcknowledgeReport: 'ACKNOWLEDGE',
  OverturnReport: 'OVERTURN',
  FileReport: 'FILE',
};

/** What the status allows, as far as this viewer does such things; who handles the case now is asked when he does. */
export function complaintActions(
  viewer: Viewer,
  complaint: ComplaintView,
  vault: Pick<PersonalDataVault, 'blindIndex'>,
): readonly ComplaintAction[] {
  const permitted: readonly Exclude<PersonsComplaintCommand['type'], 'FileComplaint'>[] =
    COMPLAINT_PERMITTED[complaint.status];
  const actions = (commands: typeof permitted) =>
    commands.map((command) => COMPLAINT_ACTIONS[command]);
  if (isComplainant(viewer, complaint, vault)) {
    return actions(permitted.filter((command) => command === 'ReopenComplaint'));
  }
  if (isAsked(viewer, complaint)) {
    const answers = mayAnswer(viewer, complaint);
    return actions(permitted.filter((command) => command === 'AnswerQuestions' && answers));
  }
  if (!supervises(viewer, complaint.centre) || isOneOf(viewer, [complaint.target])) return [];
  const investigates = isPerson(viewer, complaint.investigator);
  return actions(
    permitted.filter((command) =>
      command === 'HandleComplaint' ? investigates : command !== 'AnswerQuestions',
    ),
  );
}

/** Who is asked and known has an answer to give until he has given it. */
function mayAnswer(viewer: Viewer, { questions }: ComplaintView): boolean {
  const newest = questions.at(-1);
  return isKnownStaff(viewer) && newest !== undefined && !hasAnswered(newest, personOf(viewer).id);
}

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
