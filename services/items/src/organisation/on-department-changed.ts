import { departmentChanged, departmentRegistered } from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { DepartmentReplica } from './department-replica.ts';

/** Replica: an item is imported for a department that is known by one of its codes. */
export function onDepartmentChanged(departments: DepartmentReplica): Reaction {
  return keepSnapshot(
    [departmentRegistered, departmentChanged],
    departments,
    ({ codes, region, centre }, head) => ({ ...head, codes, region, centre }),
  );
}
