import { departmentEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { DepartmentReplica } from './department-replica.ts';

/** Replica: an item is imported for a department that is known by one of its codes. */
export function onDepartmentChanged(departments: DepartmentReplica): Reaction {
  return keepSnapshot(allOf(departmentEvents), departments, ({ codes, region, centre }, head) => ({
    ...head,
    codes,
    region,
    centre,
  }));
}
