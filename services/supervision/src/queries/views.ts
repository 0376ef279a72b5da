import type { Loaded } from '@onewindow/persistence';
import type { DecidedExclusion, ExclusionState } from '../domain/case-exclusion.ts';
import type { OpenedReport, ReportState } from '../domain/negative-report.ts';

type Known<State> = State & Pick<Loaded<State>, 'id' | 'version' | 'personal'>;

/** An aggregate as it is shown: its state, with what the journal knows of it. */
export type ReportView = Known<OpenedReport>;
export type ExclusionView = Known<DecidedExclusion>;

export const toExclusionView = (loaded: Loaded<ExclusionState>): ExclusionView => view(loaded);
export const toReportView = (loaded: Loaded<ReportState>): ReportView => view(loaded);

function view<State extends { readonly status: string }>({
  id,
  version,
  state,
  personal,
}: Loaded<State>): Known<Exclude<State, { readonly status: 'ABSENT' }>> {
  // No document is without its first entry.
  if (state.status === 'ABSENT') throw new Error(`${id} was never made.`);
  const made = state as Exclude<State, { readonly status: 'ABSENT' }>;
  return { ...made, id, version, ...(personal && { personal }) };
}
