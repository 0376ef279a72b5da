import { departmentChanged, departmentRegistered, fact } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import {
  department,
  type DepartmentCommand,
  type DepartmentEvent,
  type DepartmentState,
} from '../domain/department.ts';
import type { Rejection } from '../domain/rejection.ts';
import { present } from './present.ts';

export const departmentType: AggregateType<
  DepartmentState,
  DepartmentCommand,
  DepartmentEvent,
  Rejection
> = {
  kind: 'department',
  collection: 'departments',
  decider: department,
  stateVersion: 2,
  belonging: (state) => {
    const { id, region, centre } = present(state);
    return { region, department: id, ...(centre === null ? {} : { centre }) };
  },
  publish: ({ event }, state) => {
    const { id, name, codes, region, centre, leaderInCharge } = present(state);
    const contract =
      event.type === 'DepartmentRegistered' ? departmentRegistered : departmentChanged;
    return fact(contract, {
      happened: {},
      snapshot: { id, name, codes: [...codes], region, centre, leaderInCharge },
    });
  },
  indexes: [
    { fields: { 'state.codes': 1 }, unique: true, fact: 'departmentCode' },
    { fields: { 'state.name': 1, _id: 1 } },
  ],
  queries: {
    byCode: { equality: ['state.codes'], sort: {} },
    byName: { equality: [], sort: { 'state.name': 1, _id: 1 } },
  },
};
