import type { View } from '@onewindow/service';
import type { StaffState } from './domain/staff-member.ts';

export type StaffMemberMapper = View<StaffState>;
