import {
  departmentChanged,
  departmentRegistered,
  type DepartmentSnapshot,
  type EventEnvelope,
} from '@onewindow/contracts';
import type { DepartmentReplica } from '../replicas/department-replica.ts';

export const departmentEvents = [departmentRegistered, departmentChanged];

/** Replica: an item is imported for a department that is known by one of its codes. */
export const onDepartmentChanged =
  (departments: DepartmentReplica) => async (event: EventEnvelope) => {
    const { snapshot } = event.data as { readonly snapshot: DepartmentSnapshot };
    const { codes, region, centre } = snapshot;
    await departments.put({
      _id: event.subject,
      sourceVersion: event.aggregateversion,
      codes,
      region,
      centre,
    });
  };
