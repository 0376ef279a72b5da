import type { Loaded, PersonalDataVault } from '@onewindow/persistence';
import { listOf, listsOfEach, type Caller, type ListQuery, type View } from '@onewindow/service';
import { createLoader, type List, type Loader } from '@onewindow/subgraph';
import type { ComplaintState } from '../complaint/domain/complaint.ts';
import type { ExclusionState } from '../domain/case-exclusion.ts';
import type { ReportState } from '../domain/negative-report.ts';
import { exclusionLists, type ExclusionJournal } from '../persistence/exclusion-aggregate.ts';
import type { ReportJournal } from '../persistence/report-aggregate.ts';
import {
  toExclusionView,
  toReportView,
  type ExclusionView,
  type ReportView,
} from '../queries/views.ts';
import { maySeeExclusion, maySeeReport } from '../queries/visible.ts';

type Sealed = Readonly<Record<string, string>> | null;

/** What loaders read from. */
export interface Sources {
  readonly reports: ReportJournal;
  readonly exclusions: ExclusionJournal;
  readonly vault: PersonalDataVault;
}

/** Within the viewer's scope; null where he has none. */
type ListOf<State> = (wanted: ListQuery | null) => List<Loaded<State>> | null;
type ListOfEach<State> = (parent: string, wanted: ListQuery | null) => List<Loaded<State>> | null;

export interface Loaders {
  /** Those of these ids that the viewer may see: one Mongo command for all. Null for every other. */
  readonly report: Loader<string, ReportView | null>;
  readonly exclusion: Loader<string, ExclusionView | null>;
  /** What is sealed: all that one request reads is written down by one insert before any of it is answered. */
  readonly sealed: Loader<View<ComplaintState>, Sealed>;
  readonly sealedReason: Loader<ExclusionView, Sealed>;
  readonly reports: ListOf<ReportState>;
  /** One Mongo command for all cases that are asked for the same page. */
  readonly exclusionsOfCase: ListOfEach<ExclusionState>;
}

export function createLoaders(
  { reports, exclusions, vault }: Sources,
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
  traceId: string,
): Loaders {
  const visible = <State, Viewed>(
    toView: (loaded: Loaded<State>) => Viewed,
    maySee: (view: Viewed) => boolean,
  ) => {
    return (found: Loaded<State> | null) => {
      const view = found && toView(found);
      return view && maySee(view) ? view : null;
    };
  };
  const report = visible(toReportView, (view) => maySeeReport(viewer, view));
  const exclusion = visible(toExclusionView, (view) => maySeeExclusion(viewer, view));
  const reason = { viewer: viewer.id, purpose: 'supervision.complaint', traceId };
  return {
    report: createLoader(async (ids) => (await reports.findMany(ids, at)).map(report)),
    exclusion: createLoader(async (ids) => (await exclusions.findMany(ids, at)).map(exclusion)),
    sealedReason: createLoader((views) =>
      vault.open('case-exclusion', views, { ...reason, purpose: 'supervision.case-exclusion' }),
    ),
    sealed: createLoader((views) => vault.open('complaint', views, reason)),
    reports: (wanted) => listOf(reports, wanted, at),
    exclusionsOfCase: listsOfEach(exclusions, of(exclusionLists.of), at),
  };
}

/** A list of each parent, which `field` names. */
const of = (field: string) => (wanted: ListQuery, values: readonly string[]) => ({
  ...wanted,
  each: { field, values },
});
