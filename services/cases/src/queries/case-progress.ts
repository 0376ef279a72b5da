import type { Instant } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { toCaseView, type CaseView } from './case-view.ts';

/** What is kept of a query code: its HMAC, bound to the case, so that one code opens one case. */
export function queryCodeHash(
  vault: Pick<PersonalDataVault, 'blindIndex'>,
  caseId: string,
  queryCode: string,
): string {
  return vault.blindIndex(`${caseId}:${queryCode.trim()}`);
}

/** The case of a receipt for whoever holds its query code; one answer, null, for every other pair. */
export async function caseProgress(
  deps: { readonly journal: CaseJournal; readonly vault: Pick<PersonalDataVault, 'blindIndex'> },
  asked: { readonly receiptNumber: string; readonly queryCode: string },
  at: Instant,
): Promise<CaseView | null> {
  const equality = { 'state.receiptNumber': asked.receiptNumber.trim() };
  const found = await deps.journal.findBy('byReceiptNumber', equality, at);
  if (!found) return null;
  const view = toCaseView(found);
  return view.queryCodeHash === queryCodeHash(deps.vault, view.id, asked.queryCode) ? view : null;
}
