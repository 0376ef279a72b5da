import type { View } from '@onewindow/service';
import type { CaseState } from '../case/domain/case.ts';

export type CaseProgressMapper = View<CaseState>;
