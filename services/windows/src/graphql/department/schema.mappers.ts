import type { DepartmentState } from '../../domain/department.ts';
import type { View } from '../../queries/view.ts';

export type DepartmentMapper = View<DepartmentState>;
