import type { Replica, ReplicaRow } from '@onewindow/persistence';

/** What this service keeps of an item: whose it is, so that a letter covers only the department's own (002:163). */
export interface ItemRow extends ReplicaRow {
  readonly department: string;
}

export type ItemReplica = Replica<ItemRow>;

export const itemReplica = { indexes: [], queries: {} } as const;
