import { idFromCommand } from '@onewindow/persistence';
import { subjectOf } from '../identity-provider/personas.ts';

/** Who registers everything at the demo centre, and whose commands the ids of what they make come from. */
export const MANAGER = 'manager';

/** The command by which a member of staff is registered; a repetition makes the same one. */
export const staffCommand = (badge: string) => `demo-staff-${badge}`;

/** The id of a member of the demo's staff, known before he is registered: tokens carry it. */
export const staffId = (badge: string) =>
  idFromCommand('registerStaffMember', subjectOf(MANAGER), staffCommand(badge));
