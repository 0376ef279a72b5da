import {
  departmentChanged,
  departmentRegistered,
  type DepartmentSnapshot,
} from '@onewindow/contracts';
import {
  defineKind,
  everybody,
  everything,
  type JournalOf,
  type TypesOf,
} from '@onewindow/service';
import { department } from './domain/department.ts';

/** What is stored, told, listed and seen of a department: everybody sees all of it. */
export const departmentKind = defineKind({
  kind: 'department',
  collection: 'departments',
  stateVersion: 2,
  decider: department,
  belonging: ({ id, region, centre }) => ({
    region,
    department: id,
    ...(centre !== null && { centre }),
  }),
  events: {
    DepartmentRegistered: departmentRegistered,
    DepartmentCodesAdded: departmentChanged,
    DepartmentRenamed: departmentChanged,
    DepartmentEntered: departmentChanged,
    LeaderInChargeNamed: departmentChanged,
  },
  snapshot: ({ id, name, codes, region, centre, leaderInCharge }): DepartmentSnapshot => ({
    id,
    name,
    codes: [...codes],
    region,
    centre,
    leaderInCharge,
  }),
  lists: { scopes: everything, filters: {}, lowest: 'state.name' },
  indexes: [{ fields: { 'state.codes': 1 }, unique: true, fact: 'departmentCode' }],
  queries: { byCode: { equality: ['state.codes'], sort: {} } },
  sight: everybody,
});

export type DepartmentJournal = JournalOf<TypesOf<typeof departmentKind>>;
