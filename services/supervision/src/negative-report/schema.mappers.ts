import type { View } from '@onewindow/service';
import type { ReportState } from './domain/negative-report.ts';

export type NegativeDecisionReportMapper = View<ReportState>;
