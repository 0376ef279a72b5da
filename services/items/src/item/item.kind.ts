import { itemEvents, type ItemSnapshot } from '@onewindow/contracts';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { chargeOf, limitsOf, policyOf } from './domain/fee-standard.ts';
import {
  CONTENT_FIELDS,
  ITEM_KINDS,
  type FeeStandard,
  type ItemKind,
} from './domain/item-content.ts';
import { itemLifecycle } from './domain/item-lifecycle.ts';
import type { ItemState, ItemStatus } from './domain/item.ts';
import { PERMITTED } from './domain/permitted.ts';
import { searchable } from './searchable.ts';

const statuses = (Object.keys(PERMITTED) as ItemState['status'][]).filter(
  (status): status is ItemStatus => status !== 'ABSENT',
);
/** A list asks for a status and a kind always, for all of them when nobody says which. */
export const ITEM_FILTERS = {
  status: { field: 'state.status', all: statuses },
  kind: { field: 'state.content.kind', all: ITEM_KINDS },
} as const;

const filters = Object.values(ITEM_FILTERS);
const anyOf = Object.fromEntries(filters.map(({ field, all }) => [field, all.length]));
const ofAll = filters.map(({ field }) => field);
const ofDepartment = ['state.department', ...ofAll];
const byCode = { 'state.code': 1, _id: 1 } as const;
const byName = { 'state.content.name': 1, _id: 1 } as const;
const code = ['state.code'];
const name = ['state.content.name'];
const ascending = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, 1] as const));

/** What is stored, told, listed and seen of an item. The catalogue is public in every status (003:39). */
export const itemKind = defineKind({
  kind: 'service-item',
  collection: 'serviceItems',
  // 2: with what it is found by. 3: with its next revision. 4: found by every reading of its name.
  // 5: who proposed a part of the next revision stays its author. 6: reason and opinion are encrypted.
  stateVersion: 6,
  decider: searchable(itemLifecycle),
  belonging: ({ region, department, centre }) => ({
    region,
    department,
    ...(centre !== null && { centre }),
  }),
  // Why, and what a reviewer thinks of it. The content is public.
  detachable: {
    ItemRevised: ['reason'],
    ItemConfirmed: ['opinion'],
    ItemReturnedByReview: ['opinion'],
    ItemSuspended: ['reason'],
    ItemAbolished: ['reason'],
    NextRevisionProposed: ['reason'],
    NextRevisionConfirmed: ['opinion'],
    NextRevisionReturned: ['opinion'],
    NextRevisionDropped: ['reason'],
    NextRevisionPublished: ['reason'],
  },
  textsInState: ['lastReview.opinion', 'next.reason'],
  events: {
    ItemRegistered: itemEvents.registered,
    ItemRevised: itemEvents.revised,
    ItemSubmittedForReview: itemEvents.submittedForReview,
    ItemConfirmed: itemEvents.confirmed,
    // Between department and reviewer: nobody else does anything with an item before it is confirmed.
    ItemReturnedByReview: null,
    ItemPublished: itemEvents.published,
    ItemEntered: itemEvents.entered,
    ItemSuspended: itemEvents.suspended,
    // It is back in service the same way as it entered.
    ItemResumed: itemEvents.entered,
    ItemAbolished: itemEvents.abolished,
    // Nobody else sees a next revision before it is published.
    NextRevisionProposed: null,
    NextRevisionSubmitted: null,
    NextRevisionConfirmed: null,
    NextRevisionReturned: null,
    NextRevisionDropped: null,
    NextRevisionPublished: itemEvents.revised,
  },
  snapshot: itemSnapshotOf,
  lists: { scopes: { everybody: null }, filters: ITEM_FILTERS },
  shown: {
    type: 'ServiceItem',
    always: [],
    asTheyAre: ['code', 'revision'],
    fields: {
      ...Object.fromEntries(CONTENT_FIELDS.map((field) => [field, [`content.${field}`] as const])),
      fees: ['content.fees', 'content.kind'],
      aliases: ['code', 'codes'],
      department: ['department'],
      centre: ['centre'],
      lastReview: ['lastReview'],
      nextRevision: ['next', 'content'],
      publicProfile: ['content'],
      disclosureCompleteness: ['content'],
      revisions: [],
    },
  },
  sight: () => ({ name: 'everybody', value: '' }),
  // Four indexes serve every combination of the list's filter.
  indexes: [
    { fields: { 'state.codes': 1 }, unique: true, fact: 'itemCode' },
    { fields: { 'state.search.terms': 1 } },
    { fields: { ...ascending(ofAll), ...byCode } },
    { fields: { ...ascending(ofAll), ...byName } },
    { fields: { ...ascending(ofDepartment), ...byCode } },
    { fields: { ...ascending(ofDepartment), ...byName } },
  ],
  queries: {
    withCode: { equality: ['state.codes'], sort: {} },
    sharing: { equality: ['state.search.terms'], sort: {} },
    byCode: { equality: ofAll, anyOf, sort: byCode, range: code },
    byName: { equality: ofAll, anyOf, sort: byName, range: name },
    ofDepartmentByCode: { equality: ofDepartment, anyOf, sort: byCode, range: code },
    ofDepartmentByName: { equality: ofDepartment, anyOf, sort: byName, range: name },
  },
});

export type ItemJournal = JournalOf<TypesOf<typeof itemKind>>;
/** An item as it is shown. */
export type ItemView = View<ItemState>;

/** What other services need in order to decide: no long text. */
function itemSnapshotOf({ content, ...item }: ItemView): ItemSnapshot {
  const { id, code, region, department, centre, status, revision } = item;
  const { name, kind, handlingMode, statutoryLimit, committedLimit } = content;
  return {
    id,
    code,
    name,
    region,
    department,
    centre,
    kind,
    handlingMode,
    status,
    revision,
    statutoryLimit,
    committedLimit,
    materials: content.requiredMaterials.map((material) => ({
      id: material.id,
      name: material.name,
      need: material.necessity,
    })),
    specialProcedures: content.specialProcedures.map((one) => ({
      kind: one.kind,
      limit: one.limit,
    })),
    fees: content.fees.map((fee) => feeTold(fee, kind)),
    resultName: content.results[0]?.name ?? null,
  };
}

/** What a bill is made of (S84, S85): amounts as text of yuan, and by which document they are charged. */
function feeTold(fee: FeeStandard, kind: ItemKind): NonNullable<ItemSnapshot['fees']>[number] {
  const { min, max } = limitsOf(fee);
  return {
    name: fee.name,
    unit: fee.unit ?? null,
    min: min?.yuan ?? null,
    max: max?.yuan ?? null,
    policy: policyOf(fee, kind),
    charge: chargeOf(fee, kind).yuan,
    basis: fee.basis?.slice(0, BASIS_TOLD) ?? null,
    document: fee.document ?? null,
    inForceFrom: fee.inForceFrom ?? null,
    inForceUntil: fee.inForceUntil ?? null,
  };
}
/** An event holds no long text: of a basis that is told as one its beginning. */
const BASIS_TOLD = 200;
