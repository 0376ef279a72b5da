import type { Replica, ReplicaDeclaration } from '@onewindow/persistence';
import type { Foundation } from '@onewindow/service';
import type { KnownFacts } from './known-facts.ts';
import type { CaseRow, CentreRow, DepartmentRow, StaffRow } from './replica-rows.ts';

export interface Replicas {
  readonly cases: Replica<CaseRow>;
  readonly centres: Replica<CentreRow>;
  readonly departments: Replica<DepartmentRow>;
  readonly staff: Replica<StaffRow>;
}

const byIdOnly: ReplicaDeclaration = { indexes: [], queries: {} };

const byIdAndReceipt: ReplicaDeclaration = {
  indexes: [{ fields: { receiptNumber: 1, _id: 1 } }],
  queries: { ofReceipt: { equality: ['receiptNumber'], sort: { _id: 1 } } },
};

export function createReplicas({ replica }: Pick<Foundation, 'replica'>): Replicas {
  return {
    cases: replica('cases', byIdAndReceipt),
    centres: replica('centres', byIdOnly),
    departments: replica('departments', byIdOnly),
    staff: replica('staff', byIdOnly),
  };
}

/** What commands and reactions ask, from the replicas. */
export function knownFactsFrom({ cases, centres, departments, staff }: Replicas): KnownFacts {
  return {
    case: async (id) => (await cases.findMany([id]))[0] ?? null,
    caseOfReceipt: async (receiptNumber) =>
      (await cases.findBy('ofReceipt', { receiptNumber }, 1))[0] ?? null,
    centre: async (id) => (await centres.findMany([id]))[0] ?? null,
    isDepartment: async (id) => (await departments.findMany([id]))[0] != null,
    leaderInCharge: async (id) => (await departments.findMany([id]))[0]?.leaderInCharge ?? null,
    staffMember: async (id) => (await staff.findMany([id]))[0] ?? null,
  };
}
