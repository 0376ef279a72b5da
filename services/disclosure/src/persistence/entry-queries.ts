import type { IndexDeclaration, QueryShape } from '@onewindow/persistence';
import { PERMITTED } from '../domain/permitted.ts';

const NEWEST = { 'state.publishedAt': -1, _id: -1 } as const;
const OLDEST = { 'state.publishedAt': 1, _id: 1 } as const;
const anyOf = { 'state.status': Object.keys(PERMITTED).length - 1 };
const found = { equality: ['state.status'], anyOf, range: ['state.publishedAt'] } as const;
const ofItem = ['state.content.item', 'state.status'] as const;
const ofCase = ['state.origin.caseId', 'state.status'] as const;
const line = ['state.content.item', 'state.origin.kind'] as const;

/** The public's lists are by status; whatever narrows one, words or facets, is a term that it must have. */
export const entryQueries = {
  newest: { ...found, sort: NEWEST },
  oldest: { ...found, sort: OLDEST },
  'newest:found': { ...found, every: 'state.terms', sort: NEWEST },
  'oldest:found': { ...found, every: 'state.terms', sort: OLDEST },
  ofItem: { equality: ofItem, anyOf, sort: NEWEST },
  ofCase: { equality: ofCase, anyOf, sort: NEWEST },
  /** The entries that one item's events have made, the newest version first. */
  line: { equality: line, sort: { 'state.origin.version': -1, _id: -1 } },
  desk: {
    equality: ['department', 'state.status'],
    anyOf,
    sort: { 'state.draftedAt': -1, _id: -1 },
  },
} as const satisfies Record<string, QueryShape>;

const ascending = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, 1 as const]));

export const entryIndexes: readonly IndexDeclaration[] = [
  { fields: { 'state.status': 1, ...NEWEST } },
  { fields: { 'state.terms': 1, 'state.status': 1, ...NEWEST } },
  { fields: { ...ascending(ofItem), ...NEWEST } },
  { fields: { ...ascending(ofCase), ...NEWEST } },
  { fields: { ...ascending(line), 'state.origin.version': -1, _id: -1 } },
  { fields: { department: 1, 'state.status': 1, 'state.draftedAt': -1, _id: -1 } },
  { fields: { 'state.replacesKey': 1 }, unique: true, sparse: true, fact: 'successor' },
];
