import {
  itemAbolished,
  itemConfirmed,
  itemEntered,
  itemPublished,
  itemRegistered,
  itemRevised,
  itemSubmittedForReview,
  itemSuspended,
  type EventEnvelope,
  type ItemSnapshot,
} from '@onewindow/contracts';
import type { ItemReplica } from '../persistence/item-replica.ts';

/** Every event of an item carries whose it is. */
export const itemEvents = [
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
export const onItemChanged = (items: ItemReplica) => async (event: EventEnvelope) => {
  const { snapshot } = event.data as { readonly snapshot: ItemSnapshot };
  await items.put({
    _id: event.subject,
    sourceVersion: event.aggregateversion,
    department: snapshot.department,
  });
};
