import { staffEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Who is on post where, and who is chief representative (002:108). */
export function onStaffChanged({ staff }: Pick<Replicas, 'staff'>): Reaction {
  return keepSnapshot(allOf(staffEvents), staff, (member, head) => ({
    ...head,
    homeDepartment: member.homeDepartment,
    centre: member.centre,
    window: member.window,
    onPost: member.onPost,
    chiefRepresentativeOf: member.chiefRepresentativeOf,
  }));
}
