import type { Instant } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { toCaseView, type CaseView } from './case-view.ts';

/** What is written between the letters of a code to read it more easily: a code itself has none. */
const SEPARATORS = /[\s\p{Dash_Punctuation}\u2212]+/gu;

/** A number as it is on receipts, however it was typed. */
export const asOnReceipt = (typed: string): string => typed.trim().toUpperCase();

/**
 * What is kept of a query code: its HMAC, bound to the case, so that one code opens one case. Blanks and dashes of
 * any kind count for nothing.
 */
export function queryCodeHash(
  vault: Pick<PersonalDataVault, 'blindIndex'>,
  caseId: string,
  queryCode: string,
): string {
  return vault.blindIndex(`${caseId}:${queryCode.replaceAll(SEPARATORS, '')}`);
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
  const numbers = [...new Set(receipts.map(({ receiptNumber }) => asOnReceipt(receiptNumber)))];
  const equality = { 'state.receiptNumber': numbers };
  // The number is a unique fact: so many, and no page behind them.
  const page = { query: 'byReceiptNumber', equality, first: numbers.length };
  const { edges } = await deps.journal.list(page, at);
  const views = edges.map(({ node }) => toCaseView(node));
  const byNumber = new Map(views.map((view) => [view.receiptNumber, view]));
  return receipts.map((receipt) => {
    const view = byNumber.get(asOnReceipt(receipt.receiptNumber));
    if (!view) return null;
    const hash = queryCodeHash(deps.vault, view.id, receipt.queryCode ?? '');
    return view.queryCodeHash === hash ? view : null;
  });
}
