import type { AggregateType, Journal } from '@onewindow/persistence';
import { ITEM_KINDS } from '../domain/item-content.ts';
import { itemLifecycle } from '../domain/item-lifecycle.ts';
import type { ItemCommand, ItemEvent, ItemRejection, ItemState } from '../domain/item.ts';
import { PERMITTED } from '../domain/permitted.ts';
import { publishItemEvent } from '../events/publish-item-events.ts';
import { known } from './known.ts';
import { searchable } from './searchable.ts';

export type ItemJournal = Journal<ItemState, ItemCommand, ItemEvent, ItemRejection>;

/** All values of each filter: a list asks for all of them when nobody says which. */
export const ITEM_FILTERS = {
  'state.status': (Object.keys(PERMITTED) as ItemState['status'][]).filter(
    (status) => status !== 'ABSENT',
  ),
  'state.content.kind': ITEM_KINDS,
} as const;

const BY_STATUS = Object.keys(ITEM_FILTERS);
const anyOf = Object.fromEntries(
  Object.entries(ITEM_FILTERS).map(([field, values]) => [field, values.length]),
);
const BY_DEPARTMENT = ['state.department', ...BY_STATUS];
const BY_CODE = { 'state.code': 1, _id: 1 } as const;
const BY_NAME = { 'state.content.name': 1, _id: 1 } as const;
const ascending = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, 1] as const));

/**
 * A list asks for status and kind always (all of them when nobody says which), so that four indexes
 * serve every combination of its filter.
 */
export const itemType: AggregateType<ItemState, ItemCommand, ItemEvent, ItemRejection> = {
  kind: 'service-item',
  collection: 'serviceItems',
  decider: searchable(itemLifecycle),
  // 2: with what it is found by. 3: with its next revision. 4: found by every reading of its name.
  stateVersion: 4,
  belonging: (state) => {
    const { region, department, centre } = known(state);
    return { region, department, ...(centre === null ? {} : { centre }) };
  },
  publish: publishItemEvent,
  indexes: [
    { fields: { 'state.codes': 1 }, unique: true, fact: 'itemCode' },
    { fields: { 'state.search.terms': 1 } },
    { fields: { ...ascending(BY_STATUS), ...BY_CODE } },
    { fields: { ...ascending(BY_STATUS), ...BY_NAME } },
    { fields: { ...ascending(BY_DEPARTMENT), ...BY_CODE } },
    { fields: { ...ascending(BY_DEPARTMENT), ...BY_NAME } },
  ],
  queries: {
    withCode: { equality: ['state.codes'], sort: {} },
    sharing: { equality: ['state.search.terms'], sort: {} },
    byCode: { equality: BY_STATUS, anyOf, sort: BY_CODE, range: ['state.code'] },
    byName: { equality: BY_STATUS, anyOf, sort: BY_NAME, range: ['state.content.name'] },
    ofDepartmentByCode: { equality: BY_DEPARTMENT, anyOf, sort: BY_CODE, range: ['state.code'] },
    ofDepartmentByName: {
      equality: BY_DEPARTMENT,
      anyOf,
      sort: BY_NAME,
      range: ['state.content.name'],
    },
  },
};
