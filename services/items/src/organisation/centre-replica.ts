import type { Replica, ReplicaRow } from '@onewindow/persistence';

/** What this service keeps of a centre: that there is one, and in which region. */
export interface CentreRow extends ReplicaRow {
  readonly region: string;
}

export type CentreReplica = Replica<CentreRow>;

export const centreReplica = { indexes: [], queries: {} } as const;
