import type { Instant } from '@onewindow/kernel';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { CaseView } from '../case/case.kind.ts';
import { isBillable, isFeeDue } from '../case/domain/fee-due.ts';
import { feeBillKind, type FeeBillJournal, type FeeBillView } from './fee-bill.kind.ts';

/** Collected at the bank window, or nothing to be collected: so the certificate may be handed over (A18). */
const SETTLED: readonly string[] = ['COLLECTED', 'DEPOSITED', 'RECONCILED', 'NOT_CHARGED'];
/** Billed or invoiced, and nobody has asked for less that is not decided yet. */
const TO_BE_PAID: readonly string[] = ['BILLED', 'INVOICED'];

/** The bill that stands for each of these cases, null where there is none: one Mongo command for all. */
export const openBills = (
  journal: Pick<FeeBillJournal, 'list'>,
  at: Instant,
): Loader<string, FeeBillView | null> =>
  createLoader(async (cases) => {
    const equality = { 'state.openFor': cases };
    const page = { query: 'openOfCase', equality, first: cases.length };
    const { edges } = await journal.list(page, at);
    const open = new Map(
      edges
        .map(({ node }) => feeBillKind.toView(node))
        .map((bill) => [bill.openFor, bill] as const),
    );
    return cases.map((id) => open.get(id) ?? null);
  });

interface OpenBills {
  readonly openBillOf: Loader<string, FeeBillView | null>;
}

/** Whether the bill that stands for a case is settled; false where none stands. */
export const isSettled = (bill: FeeBillView | null): boolean =>
  bill !== null && SETTLED.includes(bill.status);

/** Asked anew with every attempt to write; nothing is read where no fee is due. */
export const isFeeSettled = async ({ openBillOf }: OpenBills, view: CaseView): Promise<boolean> =>
  isFeeDue(view) && isSettled(await openBillOf.clear(view.id).load(view.id));

/**
 * `CaseProgress.feeDue`: what is still to be paid, by which bill and where. Null before the bill, while relief is not
 * decided, once it is paid, and once the case is over.
 */
export async function feeDueOfACase(view: CaseView, _: unknown, { openBillOf }: OpenBills) {
  if (!isBillable(view)) return null;
  const bill = await openBillOf.load(view.id);
  if (!bill || !TO_BE_PAID.includes(bill.status)) return null;
  const { id: billId, payable: amount, invoiceNumber = null, centre } = bill;
  return { billId, amount, invoiceNumber, centre: { id: centre } };
}
