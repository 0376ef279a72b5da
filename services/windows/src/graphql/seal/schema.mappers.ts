import type { SealState } from '../../domain/approval-seal.ts';
import type { SealUseState } from '../../domain/seal-use.ts';
import type { View } from '../../queries/view.ts';

export type ApprovalSealMapper = View<SealState>;
export type SealUseMapper = View<SealUseState>;
