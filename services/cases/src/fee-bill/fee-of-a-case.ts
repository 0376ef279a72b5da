import type { Instant } from '@onewindow/kernel';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { CaseView } from '../case/case.kind.ts';
import { isFeeDue } from '../case/domain/fee-due.ts';
import { feeBillKind, type FeeBillJournal } from './fee-bill.kind.ts';

/** Collected at the bank window, or nothing to be collected: so the certificate may be handed over (A18). */
const SETTLED: readonly string[] = ['COLLECTED', 'DEPOSITED', 'RECONCILED', 'NOT_CHARGED'];

/** Whether the bills that stand for these cases are settled: one Mongo command for all. */
export const settledFees = (
  journal: Pick<FeeBillJournal, 'list'>,
  at: Instant,
): Loader<string, boolean> =>
  createLoader(async (cases) => {
    const equality = { 'state.openFor': cases };
    const page = { query: 'openOfCase', equality, first: cases.length };
    const { edges } = await journal.list(page, at);
    const settled = new Set(
      edges
        .map(({ node }) => feeBillKind.toView(node))
        .flatMap(({ status, openFor }) => (SETTLED.includes(status) ? [openFor] : [])),
    );
    return cases.map((id) => settled.has(id));
  });

/** Asked anew with every attempt to write; nothing is read where no fee is due. */
export const isFeeSettled = async (
  { feesSettled }: { readonly feesSettled: Loader<string, boolean> },
  view: CaseView,
): Promise<boolean> => isFeeDue(view) && feesSettled.clear(view.id).load(view.id);
