import type { CaseClock as Clock } from '../../domain/case.ts';
import type { CaseView } from '../../queries/case-view.ts';

export type CaseMapper = CaseView;
/** One clock with the region whose calendar it is counted by. */
export type CaseDeadlineMapper = Clock & { readonly region: string };
