import type { Replica } from '@onewindow/persistence';
import type { Foundation } from '@onewindow/service';
import {
  replicaDeclarations as declared,
  type CentreRow,
  type DepartmentRow,
  type ExclusionRow,
  type ItemRow,
  type LetterRow,
  type SealRow,
  type StaffRow,
  type WindowRow,
} from './replica-rows.ts';

export interface Replicas {
  readonly items: Replica<ItemRow>;
  readonly staff: Replica<StaffRow>;
  readonly letters: Replica<LetterRow>;
  readonly seals: Replica<SealRow>;
  readonly windows: Replica<WindowRow>;
  readonly centres: Replica<CentreRow>;
  readonly departments: Replica<DepartmentRow>;
  readonly exclusions: Replica<ExclusionRow>;
}

export function createReplicas({ replica }: Pick<Foundation, 'replica'>): Replicas {
  return {
    items: replica('items', declared.items),
    staff: replica('staff', declared.staff),
    letters: replica('letters', declared.letters),
    seals: replica('seals', declared.seals),
    windows: replica('windows', declared.windows),
    centres: replica('centres', declared.centres),
    departments: replica('departments', declared.departments),
    exclusions: replica('exclusions', declared.exclusions),
  };
}
