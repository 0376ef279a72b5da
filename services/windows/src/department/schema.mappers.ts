import type { View } from '@onewindow/service';
import type { DepartmentState } from './domain/department.ts';

export type DepartmentMapper = View<DepartmentState>;
