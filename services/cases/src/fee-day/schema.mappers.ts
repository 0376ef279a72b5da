import type { View } from '@onewindow/service';
import type { FeeDayState } from './domain/fee-day.ts';
import type { ReconciledLine } from './domain/reconcile.ts';

export type FeeDayMapper = View<FeeDayState>;
export type FeeReconciliationLineMapper = ReconciledLine;
