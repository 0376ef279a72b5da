import type { View } from '@onewindow/service';
import type { SealState } from './domain/approval-seal.ts';
import type { SealUseState } from './domain/seal-use.ts';

export type ApprovalSealMapper = View<SealState>;
export type SealUseMapper = View<SealUseState>;
