import type { ReportView } from '../../queries/views.ts';

export type NegativeDecisionReportMapper = ReportView;
