import {
  disclosureEntryPublished,
  disclosureEntryReplaced,
  disclosureEntryWithdrawn,
  fact,
  type ContractFact,
  type DisclosureEntrySnapshot,
} from '@onewindow/contracts';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { deskOf } from './desk.ts';
import { isPublic, type EntryState, type EntryStatus } from './domain/disclosure-entry.ts';
import { entryLifecycle } from './domain/entry-lifecycle.ts';
import { PERMITTED } from './domain/permitted.ts';
import { entrySnapshotOf, oncePublic } from './entry-snapshot.ts';

/** An entry as it is shown. */
export type EntryView = View<EntryState>;

const NEWEST = { 'state.publishedAt': -1, _id: -1 } as const;
const OLDEST = { 'state.publishedAt': 1, _id: 1 } as const;
const TAKEN_BACK = { 'state.withdrawal.at': -1, _id: -1 } as const;
const statuses = (Object.keys(PERMITTED) as EntryState['status'][]).filter(
  (status): status is EntryStatus => status !== 'ABSENT',
);
const anyOf = { 'state.status': statuses.length };
const found = { equality: ['state.status'], anyOf, range: ['state.publishedAt'] } as const;
const ofItem = ['state.content.item', 'state.status'] as const;
const ofCase = ['state.origin.caseId', 'state.status'] as const;
const line = ['state.content.item', 'state.origin.kind'] as const;
const ascending = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, 1 as const]));

const CONTENT = ['content.title', 'content.body', 'content.basis'] as const;

/**
 * What is stored, told, listed and seen of an entry. Its desk sees all of it, everybody else what is public. Lists
 * of a desk are the kind's; the public's lists have their own queries, because they are the same whoever asks.
 */
export const entryKind = defineKind({
  kind: 'entry',
  collection: 'entries',
  // 3: what was taken back from the public is marked, for its tombstone.
  stateVersion: 3,
  decider: entryLifecycle,
  belonging: ({ region, department, centre }) => ({
    region,
    department,
    ...(centre !== null && { centre }),
  }),
  events: {
    FactDisclosed: told,
    EntryPublished: told,
    EntryReplaced: oncePublic(disclosureEntryReplaced),
    EntryWithdrawn: oncePublic(disclosureEntryWithdrawn),
    // Nobody outside the desk learns of an entry before it is public.
    EntryDrafted: null,
    EntrySubmitted: null,
    EntryApproved: null,
    EntryReturned: null,
    EntryExempted: null,
  },
  snapshot: entrySnapshotOf,
  // What staff wrote. What is told of an item or a certificate nobody wrote.
  detachable: {
    EntryDrafted: CONTENT,
    EntrySubmitted: CONTENT,
    EntryApproved: ['opinion'],
    EntryReturned: ['opinion'],
    EntryExempted: ['opinion'],
    EntryWithdrawn: ['reason'],
  },
  // The content is meant for the public, and found by its words.
  textsInState: ['review.opinion', 'publication.review.opinion', 'withdrawal.reason'],
  lists: {
    scopes: { department: 'department' },
    filters: { status: { field: 'state.status', all: statuses } },
    newest: 'state.draftedAt',
  },
  // The public's lists are by status. Words and facets that narrow one are terms, all of which an entry must have.
  queries: {
    byReplaced: { equality: ['state.replacesKey'], sort: {} },
    newest: { ...found, sort: NEWEST },
    oldest: { ...found, sort: OLDEST },
    'newest:found': { ...found, every: 'state.terms', sort: NEWEST },
    'oldest:found': { ...found, every: 'state.terms', sort: OLDEST },
    ofItem: { equality: ofItem, anyOf, sort: NEWEST },
    ofCase: { equality: ofCase, anyOf, sort: NEWEST },
    /** What the public had read and reads no more. */
    tombstones: { equality: ['state.tombstone'], range: ['state.withdrawal.at'], sort: TAKEN_BACK },
    tombstonesOf: {
      equality: ['state.tombstone', 'department'],
      range: ['state.withdrawal.at'],
      sort: TAKEN_BACK,
    },
    /** The entries that one item's events have made, the newest version first. */
    line: { equality: line, sort: { 'state.origin.version': -1, _id: -1 } },
  },
  indexes: [
    { fields: { 'state.status': 1, ...NEWEST } },
    { fields: { 'state.terms': 1, 'state.status': 1, ...NEWEST } },
    { fields: { ...ascending(ofItem), ...NEWEST } },
    { fields: { ...ascending(ofCase), ...NEWEST } },
    { fields: { ...ascending(line), 'state.origin.version': -1, _id: -1 } },
    { fields: { 'state.tombstone': 1, ...TAKEN_BACK }, sparse: true },
    { fields: { 'state.tombstone': 1, department: 1, ...TAKEN_BACK }, sparse: true },
    { fields: { 'state.replacesKey': 1 }, unique: true, sparse: true, fact: 'successor' },
  ],
  sight: (viewer) => {
    const department = deskOf(viewer);
    return department === null ? null : { name: 'department', value: department };
  },
  alsoSees: (_, entry) => isPublic(entry),
});

export type EntryJournal = JournalOf<TypesOf<typeof entryKind>>;

/** That the public can read an entry, with the entry whose place it takes. */
function told(
  _event: unknown,
  snapshot: DisclosureEntrySnapshot | undefined,
  { replaces }: EntryView,
): ContractFact | undefined {
  return snapshot && fact(disclosureEntryPublished, { happened: { replaces }, snapshot });
}
