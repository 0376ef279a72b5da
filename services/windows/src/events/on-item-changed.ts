import {
  itemAbolished,
  itemConfirmed,
  itemEntered,
  itemPublished,
  itemRegistered,
  itemRevised,
  itemSubmittedForReview,
  itemSuspended,
} from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { ItemReplica } from '../persistence/item-replica.ts';

/** Every event of an item carries whose it is. */
const itemEvents = [
  itemRegistered,
  itemRevised,
  itemSubmittedForReview,
  itemConfirmed,
  itemPublished,
  itemEntered,
  itemSuspended,
  itemAbolished,
];

/** Replica: the department of an item (X01: the scope of authorisation follows the item). */
export function onItemChanged(items: ItemReplica): Reaction {
  return keepSnapshot(itemEvents, items, ({ department, status }, head) => ({
    ...head,
    department,
    status,
  }));
}
