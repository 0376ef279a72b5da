import { queryCodeAsGiven, receiptNumberOf, type Instant } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import { caseKind, type CaseJournal, type CaseView } from '../case/case.kind.ts';

/**
 * What is kept of a query code: its HMAC, bound to the case, so that one code opens one case. How it is
 * typed is `queryCodeAsGiven`'s.
 */
export function queryCodeHash(
  vault: Pick<PersonalDataVault, 'blindIndex'>,
  caseId: string,
  queryCode: string,
): string {
  return vault.blindIndex(`${caseId}:${queryCodeAsGiven(queryCode)}`);
}

/** What was given to the applicant at submission. */
export interface Receipt {
  readonly receiptNumber: string;
  readonly queryCode?: string | null | undefined;
}

/**
 * The case of each receipt for whoever holds its query code; one answer, null, for every other pair. One
 * Mongo command for all.
 */
export async function casesOfReceipts(
  deps: { readonly journal: CaseJournal; readonly vault: Pick<PersonalDataVault, 'blindIndex'> },
  receipts: readonly Receipt[],
  at: Instant,
): Promise<readonly (CaseView | null)[]> {
  const numbers = [...new Set(receipts.map(({ receiptNumber }) => receiptNumberOf(receiptNumber)))];
  const equality = { 'state.receiptNumber': numbers };
  // The number is a unique fact: so many, and no page behind them.
  const page = { query: 'byReceiptNumber', equality, first: numbers.length };
  const { edges } = await deps.journal.list(page, at);
  const views = edges.map(({ node }) => caseKind.toView(node));
  const byNumber = new Map(views.map((view) => [view.receiptNumber, view]));
  return receipts.map((receipt) => {
    const view = byNumber.get(receiptNumberOf(receipt.receiptNumber));
    if (!view) return null;
    const hash = queryCodeHash(deps.vault, view.id, receipt.queryCode ?? '');
    return view.queryCodeHash === hash ? view : null;
  });
}
