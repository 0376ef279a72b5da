import type { Replica, ReplicaRow } from '@onewindow/persistence';

/** What this service keeps of an item: whose it is and how far, so that a letter covers only the department's own (002:163). */
export interface ItemRow extends ReplicaRow {
  readonly department: string;
  /** Undefined in a row from before it was kept. */
  readonly status?: string;
}

export type ItemReplica = Replica<ItemRow>;

const PUBLIC: readonly string[] = ['PUBLISHED', 'IN_SERVICE', 'SUSPENDED', 'ABOLISHED'];

/** A draft of another department is hidden: it is answered like an item of which nobody has told. */
export const isHiddenFrom = (department: string, row: ItemRow): boolean =>
  row.department !== department && row.status !== undefined && !PUBLIC.includes(row.status);

export const itemReplica = { indexes: [], queries: {} } as const;
