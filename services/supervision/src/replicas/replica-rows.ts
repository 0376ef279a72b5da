import type { ReplicaRow } from '@onewindow/persistence';

export type CaseRow = ReplicaRow & {
  readonly region: string;
  readonly centre: string;
  readonly department: string;
  readonly window: string | null;
  readonly handler: string | null;
  readonly decidedBy: string | null;
  readonly receiptNumber: string;
  /** Null for a case that was told of before there were any. */
  readonly proofs: { readonly applicant?: string | undefined; readonly queryCode: string } | null;
};
export type CentreRow = ReplicaRow & { readonly region: string };
export type DepartmentRow = ReplicaRow & {
  readonly centre: string | null;
  /** Absent in rows from before it was told. */
  readonly leaderInCharge?: string | null;
};
export type StaffRow = ReplicaRow & {
  readonly homeDepartment: string;
  /** At a window. Absent in rows from before it was kept. */
  readonly onPost?: boolean;
};
