import { itemEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { ItemReplica } from './item-replica.ts';

/** Replica: the department of an item (X01: the scope of authorisation follows the item). */
export function onItemChanged(items: ItemReplica): Reaction {
  // Every event of an item carries whose it is.
  return keepSnapshot(allOf(itemEvents), items, ({ department, status }, head) => ({
    ...head,
    department,
    status,
  }));
}
