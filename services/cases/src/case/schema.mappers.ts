import type { View } from '@onewindow/service';
import type { CaseClock as Clock, CaseState } from './domain/case.ts';

export type CaseMapper = View<CaseState>;
/** One clock with the region whose calendar it is counted by. */
export type CaseDeadlineMapper = Clock & { readonly region: string };
