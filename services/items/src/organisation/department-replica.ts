import type { Replica, ReplicaRow } from '@onewindow/persistence';

/** What this service keeps of a department: the codes it is found by, and where it is. */
export interface DepartmentRow extends ReplicaRow {
  readonly codes: readonly string[];
  readonly region: string;
  /** The centre it has entered, null while it has not. */
  readonly centre: string | null;
}

export type DepartmentReplica = Replica<DepartmentRow>;

export const departmentReplica = {
  indexes: [{ fields: { codes: 1 } }],
  queries: { byCode: { equality: ['codes'], sort: {} } },
} as const;
