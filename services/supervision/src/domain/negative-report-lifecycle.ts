import { deadline, type Period } from '@onewindow/calendar';
import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import { evolveReport, reportTimers } from './negative-report-evolution.ts';
import type {
  OpenedReport,
  OpenReport,
  PersonsReportCommand,
  ReportCommand,
  ReportEvent,
  ReportState,
  SubmitReport,
} from './negative-report.ts';
import { isBlank, notPermitted, type SupervisionRefusal } from './refusals.ts';

/**
 * What may be done with a report in which status. It comes written, and as a rule before its superior:
 * cases denies nothing without (000:14). `negative-report-lifecycle.spec.ts` holds `decide` against it.
 */
export const REPORT_PERMITTED = {
  ABSENT: ['OpenReport'],
  REPORT_WRITTEN: ['SubmitReport'],
  // It lies with who was named once, whoever is in charge later.
  SUBMITTED_TO_SUPERIOR: ['AcknowledgeReport', 'OverturnReport'],
  ACKNOWLEDGED: ['FileReport'],
  OVERTURNED: ['FileReport'],
  FILED: [],
} as const satisfies Record<
  ReportState['status'],
  readonly Exclude<ReportCommand['type'], 'ElapseTimer'>[]
>;

export type ReportLifecycle = Decider<ReportState, ReportCommand, ReportEvent, SupervisionRefusal>;
type ReportDecision = Decision<ReportEvent, SupervisionRefusal>;

/** No source sets a time for the acknowledgement (3.6): the setting is the next working day. */
export const ACKNOWLEDGE_WITHIN: Period = { value: 1, unit: 'WORKING_DAYS' };

export function createReportLifecycle(acknowledgeWithin: Period): ReportLifecycle {
  return {
    initial: { status: 'ABSENT' },
    decide: (command, state) => decide(command, state, acknowledgeWithin),
    evolve: evolveReport,
  };
}

function decide(command: ReportCommand, state: ReportState, period: Period): ReportDecision {
  if (command.type === 'OpenReport' && state.status === 'ABSENT') return open(command, period);
  const refused = reject(notPermitted(command.type, state.status));
  if (command.type === 'OpenReport' || state.status === 'ABSENT') return refused;
  if (command.type === 'ElapseTimer') {
    const [due] = reportTimers(state);
    return due && due.at <= command.at
      ? accept({ type: 'AcknowledgementOverdue', at: command.at, effectiveAt: due.at })
      : refused;
  }
  const permitted: readonly string[] = REPORT_PERMITTED[state.status];
  return permitted.includes(command.type) ? act(command, state) : refused;
}

/** Nobody is his own superior: such a report waits until somebody else is in charge. */
function open({ calendar, ...command }: OpenReport, period: Period): ReportDecision {
  const { deniedAt: startedAt, reporter } = command;
  const superior = command.superior === reporter ? null : command.superior;
  const due = deadline({ calendar, rule: '000:14', startedAt, period, suspensions: [] });
  const opened = { ...command, superior, deadline: due, effectiveAt: startedAt };
  return accept({ ...opened, type: 'ReportOpened' });
}

function act(command: PersonsReportCommand, state: OpenedReport): ReportDecision {
  const { at, by } = command;
  switch (command.type) {
    case 'SubmitReport':
      return submit(command, state);
    case 'AcknowledgeReport':
      return by === state.superior
        ? accept({ type: 'ReportAcknowledged', at, by, words: command.note.trim() })
        : reject({ code: 'NotTheSuperior' });
    case 'OverturnReport':
      if (by !== state.superior) return reject({ code: 'NotTheSuperior' });
      return isBlank(command.reason)
        ? reject({ code: 'WordsRequired', field: 'reason' })
        : accept({ type: 'ReportOverturned', at, by, words: command.reason.trim() });
    case 'FileReport':
      return accept({ type: 'ReportFiled', at, by });
    default:
      return assertNever(command);
  }
}

function submit({ at, by, superior }: SubmitReport, state: OpenedReport): ReportDecision {
  if (superior === null) return reject({ code: 'NoLeaderInCharge' });
  return superior === state.reporter
    ? reject({ code: 'SuperiorIsReporter' })
    : accept({ type: 'ReportSubmitted', at, by, superior });
}
