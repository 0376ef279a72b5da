import type { ItemState, KnownItem } from '../domain/item.ts';

/** The state of an item that is there. Nothing is stored of one that isn't, so this is never refused. */
export function known(state: ItemState): KnownItem {
  if (state.status === 'ABSENT') throw new Error('An item without a registration is stored.');
  return state;
}
