import type { Loaded, PersonalDataVault } from '@onewindow/persistence';
import type { Caller } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
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
import { paged, pagedOf, type Paged, type PagedOf } from './paged.ts';

type Sealed = Readonly<Record<string, string>> | null;

/** What loaders read from. */
export interface Sources {
  readonly alerts: AlertJournal;
  readonly complaints: ComplaintJournal;
  readonly reports: ReportJournal;
  readonly vault: PersonalDataVault;
}

export interface Loaders {
  /** Those of these ids that the viewer may see: one Mongo command for all. Null for every other. */
  readonly alert: Loader<string, AlertView | null>;
  readonly complaint: Loader<string, ComplaintView | null>;
  readonly report: Loader<string, ReportView | null>;
  /** What is sealed: all that one request reads is written down by one insert before any of it is answered. */
  readonly sealed: Loader<ComplaintView, Sealed>;
  readonly alerts: Paged<AlertState>;
  readonly complaints: Paged<ComplaintState>;
  readonly reports: Paged<ReportState>;
  readonly alertsOfCase: PagedOf<AlertState>;
  readonly complaintsOfCase: PagedOf<ComplaintState>;
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
    alerts: paged(alerts, at),
    complaints: paged(complaints, at),
    reports: paged(reports, at),
    alertsOfCase: pagedOf(alerts, alertLists.of, at),
    complaintsOfCase: pagedOf(complaints, complaintLists.of, at),
  };
}
