import type { ListQuery } from '@onewindow/service';
import type { ItemKind } from './domain/item-content.ts';
import type { ItemStatus } from './domain/item.ts';
import { ITEM_FILTERS } from './item.kind.ts';

export interface ItemListing {
  readonly status?: readonly ItemStatus[] | null | undefined;
  readonly department?: string | null | undefined;
  readonly kind?: readonly ItemKind[] | null | undefined;
  readonly text?: string | null | undefined;
  readonly orderBy: 'CODE' | 'NAME' | null;
}

/** The declared query that serves a listing. A text is looked up in the order it is sorted by. */
export function lookupOf({ status, department, kind, text, orderBy }: ItemListing): ListQuery {
  const prefix = (text ?? '').trim();
  const byCode = prefix === '' ? orderBy !== 'NAME' : /^[\w-]+$/u.test(prefix);
  const field = byCode ? 'state.code' : 'state.content.name';
  const query = byCode ? 'byCode' : 'byName';
  const equality = {
    [ITEM_FILTERS.status.field]: status ?? ITEM_FILTERS.status.all,
    [ITEM_FILTERS.kind.field]: kind ?? ITEM_FILTERS.kind.all,
  };
  return {
    ...(department == null
      ? { query, equality }
      : {
          query: byCode ? 'ofDepartmentByCode' : 'ofDepartmentByName',
          equality: { 'state.department': department, ...equality },
        }),
    ...(prefix !== '' && { range: { [field]: { from: prefix, before: `${prefix}\uffff` } } }),
  };
}
