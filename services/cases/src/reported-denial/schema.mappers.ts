import type { ReportedDenialView } from './who-reads-denials.ts';

export type ReportedDenialMapper = ReportedDenialView;
