import type { View } from '@onewindow/service';
import type { ExclusionState } from './domain/case-exclusion.ts';

export type CaseExclusionMapper = View<ExclusionState>;
