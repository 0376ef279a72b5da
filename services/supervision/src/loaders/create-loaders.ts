import type { Loaded, PersonalDataVault } from '@onewindow/persistence';
import { listOf, listsOfEach, type Caller, type ListQuery } from '@onewindow/service';
import { createLoader, type List, type Loader } from '@onewindow/subgraph';
import type { AlertState } from '../domain/alert.ts';
import type { ComplaintState } from '../domain/complaint.ts';
import type { ReportState } from '../domain/negative-report.ts';
import { alertLists, type AlertJournal } from '../persistence/alert-aggregate.ts';
import { complaintLists, type ComplaintJournal } from '../persistence/complaint-aggregate.ts';
import type { ReportJournal } from '../persistence/report-aggregate.ts';
import {
  toAlertView,
  toComplaintView,
  toReportView,
  type AlertView,
  type ComplaintView,
  type ReportView,
} from '../queries/views.ts';
import { maySeeAlert, maySeeComplaint, maySeeReport } from '../queries/visible.ts';

type Sealed = Readonly<Record<string, string>> | null;

/** What loaders read from. */
export interface Sources {
  readonly alerts: AlertJournal;
  readonly complaints: ComplaintJournal;
  readonly reports: ReportJournal;
  readonly vault: PersonalDataVault;
}

/** Within the viewer's scope; null where he has none. */
type ListOf<State> = (wanted: ListQuery | null) => List<Loaded<State>> | null;
type ListOfEach<State> = (parent: string, wanted: ListQuery | null) => List<Loaded<State>> | null;

export interface Loaders {
  /** Those of these ids that the viewer may see: one Mongo command for all. Null for every other. */
  readonly alert: Loader<string, AlertView | null>;
  readonly complaint: Loader<string, ComplaintView | null>;
  readonly report: Loader<string, ReportView | null>;
  /** What is sealed: all that one request reads is written down by one insert before any of it is answered. */
  readonly sealed: Loader<ComplaintView, Sealed>;
  readonly alerts: ListOf<AlertState>;
  readonly complaints: ListOf<ComplaintState>;
  readonly reports: ListOf<ReportState>;
  /** One Mongo command for all cases that are asked for the same page. */
  readonly alertsOfCase: ListOfEach<AlertState>;
  readonly complaintsOfCase: ListOfEach<ComplaintState>;
}

export function createLoaders(
  { alerts, complaints, reports, vault }: Sources,
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
  traceId: string,
): Loaders {
  const visible = <State, View>(
    toView: (loaded: Loaded<State>) => View,
    maySee: (view: View) => boolean,
  ) => {
    return (found: Loaded<State> | null) => {
      const view = found && toView(found);
      return view && maySee(view) ? view : null;
    };
  };
  const alert = visible(toAlertView, (view) => maySeeAlert(viewer, view));
  const complaint = visible(toComplaintView, (view) => maySeeComplaint(viewer, view, vault));
  const report = visible(toReportView, (view) => maySeeReport(viewer, view));
  const reason = { viewer: viewer.id, purpose: 'supervision.complaint', traceId };
  return {
    alert: createLoader(async (ids) => (await alerts.findMany(ids, at)).map(alert)),
    complaint: createLoader(async (ids) => (await complaints.findMany(ids, at)).map(complaint)),
    report: createLoader(async (ids) => (await reports.findMany(ids, at)).map(report)),
    sealed: createLoader((views) => vault.open('complaint', views, reason)),
    alerts: (wanted) => listOf(alerts, wanted, at),
    complaints: (wanted) => listOf(complaints, wanted, at),
    reports: (wanted) => listOf(reports, wanted, at),
    alertsOfCase: listsOfEach(alerts, of(alertLists.of), at),
    complaintsOfCase: listsOfEach(complaints, of(complaintLists.of), at),
  };
}

/** A list of each parent, which `field` names. */
const of = (field: string) => (wanted: ListQuery, values: readonly string[]) => ({
  ...wanted,
  each: { field, values },
});
