import { assertNever, type Instant } from '@onewindow/kernel';
import { kept } from '../../domain/kept-deadline.ts';
import type { OpenedReport, ReportEvent, ReportOpened, ReportState } from './negative-report.ts';

/** What an entry makes of a report. Never refuses: history is fact. */
export function evolveReport(state: ReportState, event: ReportEvent): ReportState {
  if (event.type === 'ReportOpened') return opened(event);
  return state.status === 'ABSENT' ? state : changed(state, event);
}

function opened({ type: _, at: __, effectiveAt: ___, ...facts }: ReportOpened): OpenedReport {
  return {
    ...facts,
    item: facts.item ?? null,
    deadline: kept(facts.deadline),
    status: facts.superior === null ? 'REPORT_WRITTEN' : 'SUBMITTED_TO_SUPERIOR',
    overdue: false,
    acknowledgement: null,
    overturning: null,
    filedAt: null,
  };
}

function changed(state: OpenedReport, event: Exclude<ReportEvent, ReportOpened>): OpenedReport {
  const { at } = event;
  switch (event.type) {
    case 'ReportSubmitted':
      return { ...state, status: 'SUBMITTED_TO_SUPERIOR', superior: event.superior };
    case 'ReportAcknowledged': {
      const { by, words } = event;
      return { ...state, status: 'ACKNOWLEDGED', acknowledgement: { by, at, words } };
    }
    case 'ReportOverturned': {
      const { by, words } = event;
      return { ...state, status: 'OVERTURNED', overturning: { by, at, words } };
    }
    case 'ReportFiled':
      return { ...state, status: 'FILED', filedAt: at };
    case 'AcknowledgementOverdue':
      return { ...state, overdue: true };
    default:
      return assertNever(event);
  }
}

/** It runs until the superior has answered, one way or the other. */
export function reportTimers(
  state: ReportState,
): readonly { readonly kind: 'ACKNOWLEDGEMENT_DUE'; readonly at: Instant }[] {
  if (state.status !== 'REPORT_WRITTEN' && state.status !== 'SUBMITTED_TO_SUPERIOR') return [];
  const { dueAt } = state.deadline;
  return state.overdue || dueAt === null ? [] : [{ kind: 'ACKNOWLEDGEMENT_DUE', at: dueAt }];
}
