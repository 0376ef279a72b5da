import { accept, type Decision } from '@onewindow/kernel';
import type { CaseFile } from './case.ts';
import type { CaseEvent } from './case-events.ts';
import { visitsAllowed } from './request.ts';

/**
 * What was decided, with the note that the applicant has come more often than the centre has approved. He is never sent
 * away for it (002:41): it is the house that has let him come.
 */
export function countingVisits<Decided extends Decision<CaseEvent, { readonly code: string }>>(
  decided: Decided,
  { visits, requests }: CaseFile,
): Decided | ReturnType<typeof accept<CaseEvent>> {
  if (!decided.accepted) return decided;
  const came = decided.events.find((event) => 'inPerson' in event && event.inPerson);
  if (!came || visits + 1 <= visitsAllowed(requests)) return decided;
  const { at } = came;
  const told: CaseEvent = { type: 'VisitLimitExceeded', at, visits: visits + 1 };
  return accept<CaseEvent>(...decided.events, told);
}
