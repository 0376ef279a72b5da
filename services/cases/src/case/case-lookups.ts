import type { IndexDeclaration, QueryShape } from '@onewindow/persistence';
import type { CaseState } from './domain/case.ts';
import { ALL_STATUSES } from './domain/statuses.ts';

/** What must be done first, first. What has no clock running is left out. */
const mostUrgentOf = (scope: 'department' | 'centre'): QueryShape => ({
  equality: [scope, 'state.status', 'state.overdue'],
  anyOf: { 'state.status': ALL_STATUSES.length, 'state.overdue': 2 },
  sort: { 'state.dueAt': 1, _id: 1 },
  range: ['state.dueAt'],
});
const urgent = {
  'department:urgent': mostUrgentOf('department'),
  'centre:urgent': mostUrgentOf('centre'),
};

const openOfRegion: QueryShape = {
  equality: ['region', 'state.status'],
  anyOf: { 'state.status': ALL_STATUSES.length },
  sort: { _id: 1 },
};

/** Look-ups beside the lists of the kind. */
export const caseLookUps = {
  ...urgent,
  /** Those whose clocks may run, by region. */
  openOfRegion,
  byReceiptNumber: { equality: ['state.receiptNumber'], sort: {} },
  openOfItem: {
    equality: ['personal.index.identity', 'state.itemId', 'state.status'],
    sort: {},
  },
  byFilingKey: { equality: ['state.filingKey'], sort: {} },
  highestReceipt: {
    equality: ['state.receipt.series'],
    sort: { 'state.receipt.serial': -1, _id: -1 },
  },
} as const satisfies Readonly<Record<string, QueryShape>>;

/** Their indexes; two of them keep a fact unique: the number on the receipt and the open application (002:15). */
export const caseIndexes: readonly IndexDeclaration[] = [
  ...Object.values(urgent).map(({ equality, sort }) => ({
    fields: { ...Object.fromEntries(equality.map((field) => [field, 1 as const])), ...sort },
  })),
  { fields: { region: 1, 'state.status': 1, _id: 1 } },
  { fields: { 'state.receiptNumber': 1 }, unique: true, fact: 'receiptNumber' },
  { fields: { 'state.receipt.series': 1, 'state.receipt.serial': -1, _id: -1 } },
  { fields: { 'state.filingKey': 1 }, unique: true, sparse: true, fact: 'openApplication' },
];

/** The numbers on receipts, a series for each centre and day. */
export const receiptNumbers = {
  query: 'highestReceipt',
  fact: 'receiptNumber',
  numberOf: (state: CaseState) => (state.status === 'ABSENT' ? 0 : state.receipt.serial),
} as const;
