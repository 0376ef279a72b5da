import type { CaseView } from '../queries/case-view.ts';

export type CaseProgressMapper = CaseView;
