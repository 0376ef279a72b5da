import type { CaseRow, CentreRow, StaffRow } from './replica-rows.ts';

/** What this service knows of cases and windows, from their events: null where none has come. */
export interface KnownFacts {
  case(id: string): Promise<CaseRow | null>;
  /** The case that a receipt is of. */
  caseOfReceipt(receiptNumber: string): Promise<CaseRow | null>;
  centre(id: string): Promise<CentreRow | null>;
  isDepartment(id: string): Promise<boolean>;
  /** The leader in charge of a department (002:100), null while none is named. */
  leaderInCharge(department: string): Promise<string | null>;
  staffMember(id: string): Promise<StaffRow | null>;
}

/** Who has the case in hand and who has decided it, as far as it is known: they don't supervise it (A38). */
export async function concernedIn(
  facts: Pick<KnownFacts, 'case'>,
  caseId: string | null,
): Promise<readonly string[]> {
  const row = caseId === null ? null : await facts.case(caseId);
  return row ? [row.handler, row.decidedBy].filter((staff) => staff !== null) : [];
}
