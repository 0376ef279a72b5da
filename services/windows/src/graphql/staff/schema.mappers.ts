import type { StaffState } from '../../domain/staff-member.ts';
import type { View } from '../../queries/view.ts';

export type StaffMemberMapper = View<StaffState>;
