import { isKnownStaff, personOf, type Viewer } from '@onewindow/identity';
import type { Caller, Repeatable } from '@onewindow/service';
import type { PersonsReportCommand, ReportEvent, ReportState } from '../domain/negative-report.ts';
import type { ReportJournal } from '../persistence/report-aggregate.ts';
import { toReportView, type ReportView } from '../queries/views.ts';
import { maySeeReport, supervises } from '../queries/visible.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import { handleVisible, type Handled } from './handle-visible.ts';

interface OnReport extends Repeatable {
  readonly reportId: string;
}
type Given<Input> = (caller: Caller, input: Input) => Promise<Handled<ReportState, ReportEvent>>;

export interface ReportCommands {
  readonly submitNegativeReport: Given<OnReport>;
  readonly acknowledgeNegativeReport: Given<
    OnReport & { readonly note?: string | null | undefined }
  >;
  readonly overturnNegativeReport: Given<OnReport & { readonly reason: string }>;
  readonly fileNegativeReport: Given<OnReport>;
}

/** What the department and the superior do with the report of a denial. */
export function createReportCommands({
  reports,
  facts,
}: {
  readonly reports: ReportJournal;
  readonly facts: KnownFacts;
}): ReportCommands {
  const kind = { journal: reports, toView: toReportView, maySee: maySeeReport };
  const given =
    <Input extends OnReport>(
      mutation: string,
      mayCommand: (viewer: Viewer, view: ReportView) => boolean,
      make: (
        input: Input,
        by: { readonly at: Caller['at']; readonly by: string },
        view: ReportView,
      ) => PersonsReportCommand | Promise<PersonsReportCommand>,
    ): Given<Input> =>
    (caller, input) =>
      handleVisible(kind, caller, {
        ...{ mutation, id: input.reportId, input, mayCommand, because: 'NotReporting' },
        command: (view) => make(input, { at: caller.at, by: personOf(caller.viewer).id }, view),
      });
  return {
    // Before whom is not the caller's choice: the leader in charge of the department that denied.
    submitNegativeReport: given('submitNegativeReport', keepsReports, async (_, by, view) => ({
      ...{ type: 'SubmitReport', ...by, superior: await facts.leaderInCharge(view.department) },
    })),
    // Who is the superior the decider says.
    acknowledgeNegativeReport: given('acknowledgeNegativeReport', isKnownStaff, ({ note }, by) => ({
      ...{ type: 'AcknowledgeReport', ...by, note: note ?? '' },
    })),
    overturnNegativeReport: given('overturnNegativeReport', isKnownStaff, ({ reason }, by) => ({
      ...{ type: 'OverturnReport', ...by, reason },
    })),
    fileNegativeReport: given('fileNegativeReport', keepsReports, (_, by) => ({
      ...{ type: 'FileReport', ...by },
    })),
  };
}

/** Staff of the department that denied, or who supervises its centre. */
export function keepsReports(viewer: Viewer, view: ReportView): boolean {
  const ofDepartment =
    viewer.department === view.department &&
    (viewer.scopes.has('cases:handle') || viewer.scopes.has('cases:decide'));
  return isKnownStaff(viewer) && (ofDepartment || supervises(viewer, view.centre));
}
