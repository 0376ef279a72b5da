import { fact, feeBillEvents, feeBillSnapshot, type FeeBillSnapshot } from '@onewindow/contracts';
import { staffScope, type Viewer } from '@onewindow/identity';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { caseKind, type CaseJournal } from '../case/case.kind.ts';
import { isApplicant } from '../case/sight.ts';
import { feeBillLifecycle } from './domain/fee-bill-lifecycle.ts';
import type { FeeBillState } from './domain/fee-bill.ts';

/** What the sight of a bill hangs on: whose case it is. */
export interface FeeBillGiven {
  readonly cases: Pick<CaseJournal, 'find'>;
}

const RELIEF = ['reason'] as const;

/** What is stored, told, listed and seen of a fee bill. */
export const feeBillKind = defineKind({
  kind: 'fee-bill',
  collection: 'feeBills',
  stateVersion: 2,
  decider: feeBillLifecycle,
  belonging: ({ region, centre, department }) => ({ region, centre, department }),
  // Why somebody can't pay, and what was wrong, tells of the applicant.
  detachable: {
    ReliefRequested: RELIEF,
    ReliefReviewed: ['opinion'],
    ReliefDenied: ['opinion'],
    FeeBillVoided: ['reason'],
    FeeRefundDue: ['reason'],
  },
  textsInState: ['relief.reason', 'relief.chief.opinion', 'voiding.reason'],
  events: {
    FeeBilled: feeBillEvents.billed,
    FeeInvoiced: feeBillEvents.invoiced,
    FeeCollected: feeBillEvents.collected,
    FeeDeposited: feeBillEvents.deposited,
    FeeReconciled: feeBillEvents.reconciled,
    ReliefRequested: ({ asked }, snapshot) =>
      fact(feeBillEvents.reliefRequested, { happened: { asked: asked.yuan }, snapshot }),
    // Between the unit and the meeting: nothing is decided yet.
    ReliefReviewed: null,
    ReliefGranted: ({ outcome: { how, document } }, snapshot) => {
      const granted = how === 'BY_POLICY' ? how : 'BY_MEETING';
      const happened = { how: granted, document: document ?? '' } as const;
      return fact(feeBillEvents.reliefGranted, { happened, snapshot });
    },
    ReliefDenied: ({ outcome: { document } }, snapshot) =>
      fact(feeBillEvents.reliefDenied, { happened: { document }, snapshot }),
    FeeBillVoided: feeBillEvents.voided,
    FeeRefundDue: feeBillEvents.refundDue,
    FeeRefunded: feeBillEvents.refunded,
  },
  snapshot: feeBillSnapshotOf,
  lists: {
    scopes: { centre: 'centre', department: 'department' },
    filters: { statuses: { field: 'state.status', all: feeBillSnapshot.shape.status.options } },
    newest: 'state.billedAt',
    of: { case: 'state.case' },
  },
  indexes: [
    { fields: { centre: 1, 'state.depositDay': 1, _id: 1 } },
    { fields: { centre: 1, 'state.refundDay': 1, _id: 1 } },
    { fields: { 'state.openFor': 1 }, unique: true, sparse: true, fact: 'openBill' },
    { fields: { 'state.invoiceNumber': 1 }, unique: true, sparse: true, fact: 'invoiceNumber' },
    // Payments and refunds together: one that is named like another's would hide both from the books.
    { fields: { 'state.bankReferences': 1 }, unique: true, sparse: true, fact: 'bankReference' },
  ],
  queries: {
    openOfCase: { equality: ['state.openFor'], sort: {} },
    depositedOn: { equality: ['centre', 'state.depositDay'], sort: { _id: 1 } },
    refundedOn: { equality: ['centre', 'state.refundDay'], sort: { _id: 1 } },
  },
  sight: feeSight,
  alsoSees: async (viewer, { case: id, billedAt }, { cases }: FeeBillGiven) => {
    if (viewer.identityIndex === undefined) return false;
    const found = await cases.find(id, billedAt);
    return found !== null && isApplicant(viewer, caseKind.toView(found));
  },
});

export type FeeBillJournal = JournalOf<TypesOf<typeof feeBillKind>>;
export type FeeBillView = View<FeeBillState>;

/**
 * The windows of finance and bank see their centre's; a unit's staff its own; who runs or supervises the centre all of
 * it. The applicant sees the bill of his case beside them.
 */
export function feeSight(viewer: Viewer) {
  const { kind, scopes, centre, department } = viewer;
  if (kind !== 'STAFF') return null;
  if ((scopes.has('fees:invoice') || scopes.has('fees:collect')) && centre !== undefined) {
    return { name: 'centre', value: centre } as const;
  }
  const seen = staffScope(viewer);
  if (seen) return seen;
  return scopes.has('fees:bill') && department !== undefined
    ? ({ name: 'department', value: department } as const)
    : null;
}

/** What everybody may know of it: what is charged and by which standard, and no text that somebody wrote. */
function feeBillSnapshotOf(bill: FeeBillView): FeeBillSnapshot {
  const { id, status, case: of, item, itemRevision, region, centre, department } = bill;
  return {
    ...{ id, status, case: of, item, itemRevision, region, centre, department },
    lines: bill.lines.map(({ name, unit, policy, document, quantity, charge, amount }) => ({
      ...{ name, unit, policy, document, quantity },
      ...{ charge: charge.yuan, amount: amount.yuan },
    })),
    total: bill.total.yuan,
    payable: bill.payable.yuan,
    hands: {
      billed: bill.billed.by,
      invoiced: bill.invoice?.by ?? null,
      collected: bill.payment?.by ?? null,
      deposited: bill.deposit?.by ?? null,
    },
    account: bill.account,
  };
}
