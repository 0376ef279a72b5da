import type { CaseState } from './case.ts';
import type { PersonsCommand } from './case-commands.ts';

/**
 * What a person may do in which status (办件通用生命周期). `case-lifecycle.spec.ts` proves that it agrees
 * with `decide`; `availableActions` of the graph is read from it. What happens by itself is a timer.
 */
export const PERMITTED = {
  ABSENT: ['SubmitCase'],
  SUBMITTED: ['RequestSupplement', 'AcceptCase', 'ReturnCase', 'WithdrawCase'],
  SUPPLEMENT_REQUIRED: ['SubmitSupplement', 'WithdrawCase'],
  ACCEPTED: ['DispatchCase', 'WithdrawCase'],
  IN_PROCESS: ['DispatchCase', 'SuspendCase', 'ResumeCase', 'DecideCase', 'WithdrawCase'],
  APPROVED: ['IssueCertificate'],
  REJECTED: ['CompleteCase'],
  RETURNED: ['CompleteCase'],
  LAPSED: [],
  WITHDRAWN: [],
  ISSUED: ['CompleteCase'],
  COMPLETED: [],
  ARCHIVED: [],
} as const satisfies Record<CaseState['status'], readonly PersonsCommand['type'][]>;

/** The statuses in which an application waits for its decision. */
export const OPEN_STATUSES = [
  ...(['SUBMITTED', 'SUPPLEMENT_REQUIRED'] as const),
  ...(['ACCEPTED', 'IN_PROCESS'] as const),
] satisfies readonly CaseState['status'][];

/** All statuses that a case which is there can be in. */
export const ALL_STATUSES: readonly Exclude<CaseState['status'], 'ABSENT'>[] = (
  Object.keys(PERMITTED) as CaseState['status'][]
).filter((status) => status !== 'ABSENT');
