import type { Journal } from '@onewindow/persistence';
import type { SealCommand, SealEvent, SealState } from '../domain/approval-seal.ts';
import type { LetterCommand, LetterEvent, LetterState } from '../domain/authorization-letter.ts';
import type { CentreCommand, CentreEvent, CentreState } from '../domain/centre.ts';
import type { DepartmentCommand, DepartmentEvent, DepartmentState } from '../domain/department.ts';
import type { RegionCommand, RegionEvent, RegionState } from '../domain/region.ts';
import type { Rejection } from '../domain/rejection.ts';
import type { SealUseCommand, SealUseEvent, SealUseState } from '../domain/seal-use.ts';
import type { StaffCommand, StaffEvent, StaffState } from '../domain/staff-member.ts';
import type { WindowCommand, WindowEvent, WindowState } from '../domain/window.ts';

/** The journals of this service, by what they hold. */
export interface Journals {
  readonly regions: Journal<RegionState, RegionCommand, RegionEvent, Rejection>;
  readonly centres: Journal<CentreState, CentreCommand, CentreEvent, Rejection>;
  readonly departments: Journal<DepartmentState, DepartmentCommand, DepartmentEvent, Rejection>;
  readonly windows: Journal<WindowState, WindowCommand, WindowEvent, Rejection>;
  readonly staff: Journal<StaffState, StaffCommand, StaffEvent, Rejection>;
  readonly letters: Journal<LetterState, LetterCommand, LetterEvent, Rejection>;
  readonly seals: Journal<SealState, SealCommand, SealEvent, Rejection>;
  readonly sealUses: Journal<SealUseState, SealUseCommand, SealUseEvent, Rejection>;
}
