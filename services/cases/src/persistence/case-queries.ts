import type { IndexDeclaration, QueryShape } from '@onewindow/persistence';
import type { CaseState } from '../domain/case.ts';
import { ALL_STATUSES } from '../domain/permitted.ts';

/** Whose cases a list is about: each viewer has one of them, and none reads without. */
export const SCOPE_FIELDS = {
  applicant: 'personal.index.identity',
  department: 'department',
  centre: 'centre',
} as const;
export type ScopeName = keyof typeof SCOPE_FIELDS;

/** Filters are equalities, absent ones "one of all": so one index serves a list however it is filtered. */
const FILTERS = ['state.status', 'state.overdue'];
const anyOf = { 'state.status': ALL_STATUSES.length, 'state.overdue': 2 };
const NEWEST = { 'state.submittedAt': -1, _id: -1 } as const;
const MOST_URGENT = { 'state.dueAt': 1, _id: 1 } as const;

const listsOf = (scope: ScopeName): Record<string, QueryShape> => ({
  [`${scope}:newest`]: { equality: [SCOPE_FIELDS[scope], ...FILTERS], anyOf, sort: NEWEST },
  [`${scope}:newest:item`]: {
    equality: [SCOPE_FIELDS[scope], 'state.itemId', ...FILTERS],
    anyOf,
    sort: NEWEST,
  },
});
const urgentOf = (scope: ScopeName): Record<string, QueryShape> => ({
  [`${scope}:urgent`]: {
    equality: [SCOPE_FIELDS[scope], ...FILTERS],
    anyOf,
    sort: MOST_URGENT,
    range: ['state.dueAt'],
  },
});

const lists: Readonly<Record<string, QueryShape>> = {
  ...listsOf('applicant'),
  ...listsOf('department'),
  ...listsOf('centre'),
  ...urgentOf('department'),
  ...urgentOf('centre'),
};

export const caseQueries: Readonly<Record<string, QueryShape>> = {
  ...lists,
  byReceiptNumber: { equality: ['state.receiptNumber'], sort: {} },
  byFilingKey: { equality: ['state.filingKey'], sort: {} },
  highestReceipt: {
    equality: ['state.receipt.series'],
    sort: { 'state.receipt.serial': -1, _id: -1 },
  },
};

/** Each list has its index: equality, then sort. The three others are the unique facts. */
export const caseIndexes: readonly IndexDeclaration[] = [
  ...Object.values(lists).map(({ equality, sort }) => ({
    fields: { ...Object.fromEntries(equality.map((field) => [field, 1 as const])), ...sort },
  })),
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
