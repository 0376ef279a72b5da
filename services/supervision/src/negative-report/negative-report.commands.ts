import { isKnownStaff, isPerson, personOf, type Viewer } from '@onewindow/identity';
import type { View } from '@onewindow/service';
import { defineCommands } from '../kit.ts';
import type { ReportState } from './domain/negative-report.ts';
import { negativeReportKind } from './negative-report.kind.ts';
import { keepsReports } from './who-sees-reports.ts';

const byWhoKeepsReports = (viewer: Viewer, report: View<ReportState>) =>
  keepsReports(viewer, report) || 'NotReporting';

/** Only before whom it lies answers it. */
const bars = (viewer: Viewer, { superior }: View<ReportState>) =>
  isPerson(viewer, superior) ? null : ({ code: 'NotTheSuperior' } as const);

/** What the department that denied and the superior do with the report of a denial (000:14). */
export const negativeReportCommands = defineCommands(
  negativeReportKind,
  {
    id: 'reportId',
    // The superior, and who supervises, are persons: of who brings no staff id nobody can say who he is.
    token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
    facts: async ({ viewer }) => Promise.resolve({ by: personOf(viewer).id }),
  },
  {
    submitNegativeReport: {
      does: 'SubmitReport',
      action: 'SUBMIT',
      may: byWhoKeepsReports,
      // Before whom is not the caller's choice: the leader in charge of the department that denied.
      command: async (_, { by, context: { facts } }, { department }) => ({
        by,
        superior: await facts.leaderInCharge(department),
      }),
    },
    acknowledgeNegativeReport: {
      does: 'AcknowledgeReport',
      action: 'ACKNOWLEDGE',
      bars,
      command: ({ note }, { by }) => ({ by, note: note ?? '' }),
    },
    overturnNegativeReport: {
      does: 'OverturnReport',
      action: 'OVERTURN',
      bars,
      command: ({ reason }, { by }) => ({ by, reason }),
    },
    fileNegativeReport: {
      does: 'FileReport',
      action: 'FILE',
      may: byWhoKeepsReports,
      command: (_, { by }) => ({ by }),
    },
  },
);
