import type { FeeBillView } from './fee-bill.kind.ts';

export type FeeBillMapper = FeeBillView;
