import type { CaseState } from './case.ts';
import { PERMITTED } from './permitted.ts';

/** The statuses in which an application waits for its decision. */
export const OPEN_STATUSES = [
  'SUBMITTED',
  'SUPPLEMENT_REQUIRED',
  'ACCEPTED',
  'IN_PROCESS',
] as const satisfies readonly CaseState['status'][];

/** Statuses in which a clock may run, or a notice waits. */
export const WITH_CLOCKS = [
  ...OPEN_STATUSES,
  'APPROVED',
  'REJECTED',
] as const satisfies readonly CaseState['status'][];

/** All statuses that a case which is there can be in. */
export const ALL_STATUSES: readonly Exclude<CaseState['status'], 'ABSENT'>[] = (
  Object.keys(PERMITTED) as CaseState['status'][]
).filter((status) => status !== 'ABSENT');
