import type { Replica, ReplicaDeclaration, ReplicaRow } from '@onewindow/persistence';
import type { Instant } from '@onewindow/kernel';
import type { ItemFact } from './domain/item-fact.ts';

/** An item as its newest event left it, and which event that was. */
export interface ItemRow extends ReplicaRow {
  readonly fact: ItemFact;
  readonly eventId: string;
  readonly at: Instant;
}
export type ItemReplica = Replica<ItemRow>;

export const itemReplica: ReplicaDeclaration = { indexes: [], queries: {} };
