import { deadline, type Period } from '@onewindow/calendar';
import { accept, defineDecider, reject } from '@onewindow/kernel';
import { isBlank } from '../../domain/words.ts';
import { evolveReport, reportTimers } from './negative-report-evolution.ts';
import type { ReportCommand, ReportEvent, ReportState } from './negative-report.ts';

/**
 * What may be done with a report in which status, by a person or by its timer. It comes written, and as a rule
 * before its superior: cases denies nothing without (000:14).
 */
export const REPORT_PERMITTED = {
  ABSENT: ['OpenReport'],
  REPORT_WRITTEN: ['SubmitReport', 'ElapseTimer'],
  // It lies with who was named once, whoever is in charge later.
  SUBMITTED_TO_SUPERIOR: ['AcknowledgeReport', 'OverturnReport', 'ElapseTimer'],
  ACKNOWLEDGED: ['FileReport'],
  OVERTURNED: ['FileReport'],
  FILED: [],
} as const satisfies Record<ReportState['status'], readonly ReportCommand['type'][]>;

/** No source sets a time for the acknowledgement (3.6): the setting is the next working day. */
export const ACKNOWLEDGE_WITHIN: Period = { value: 1, unit: 'WORKING_DAYS' };

/** 否定报备 (000:14): the superior acknowledges a denial, or holds it to be wrong, within `acknowledgeWithin`. */
export const createReportLifecycle = (acknowledgeWithin: Period) =>
  defineDecider<ReportState, ReportCommand, ReportEvent>()({
    initial: { status: 'ABSENT' },
    permitted: REPORT_PERMITTED,
    branches: {
      // Nobody is his own superior: such a report waits until somebody else is in charge.
      OpenReport: (command) => {
        const { at, denial, item, rule, reporter, deniedAt, calendar } = command;
        const { region, centre, department, window } = command;
        const counted = { startedAt: deniedAt, period: acknowledgeWithin, suspensions: [] };
        return accept({
          type: 'ReportOpened',
          at,
          effectiveAt: deniedAt,
          denial,
          case: command.case,
          item,
          region,
          centre,
          department,
          window,
          rule,
          reporter,
          superior: command.superior === reporter ? null : command.superior,
          deniedAt,
          deadline: deadline({ calendar, rule: '000:14', ...counted }),
        });
      },
      SubmitReport: ({ at, by, superior }, state) => {
        if (superior === null) return reject({ code: 'NoLeaderInCharge' });
        return superior === state.reporter
          ? reject({ code: 'SuperiorIsReporter' })
          : accept({ type: 'ReportSubmitted', at, by, superior });
      },
      AcknowledgeReport: ({ at, by, note }, state) =>
        by === state.superior
          ? accept({ type: 'ReportAcknowledged', at, by, words: note.trim() })
          : reject({ code: 'NotTheSuperior' }),
      OverturnReport: ({ at, by, reason }, state) => {
        if (by !== state.superior) return reject({ code: 'NotTheSuperior' });
        return isBlank(reason)
          ? reject({ code: 'WordsRequired', field: 'reason' })
          : accept({ type: 'ReportOverturned', at, by, words: reason.trim() });
      },
      FileReport: ({ at, by }) => accept({ type: 'ReportFiled', at, by }),
      ElapseTimer: ({ at }, state) => {
        const [due] = reportTimers(state);
        return due && due.at <= at
          ? accept({ type: 'AcknowledgementOverdue', at, effectiveAt: due.at })
          : reject({ code: 'NotPermittedInStatus', command: 'ElapseTimer', status: state.status });
      },
    },
    evolve: evolveReport,
  });
