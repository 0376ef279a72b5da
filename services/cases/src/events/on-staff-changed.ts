import {
  chiefRepresentativeAppointed,
  chiefRepresentativeReplaced,
  staffPosted,
  staffRegistered,
  staffWithdrawn,
} from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Who is on post where, and who is chief representative (002:108). */
export function onStaffChanged({ staff }: Pick<Replicas, 'staff'>): Reaction {
  return keepSnapshot(
    [
      staffRegistered,
      staffPosted,
      staffWithdrawn,
      chiefRepresentativeAppointed,
      chiefRepresentativeReplaced,
    ],
    staff,
    (member, head) => ({
      ...head,
      homeDepartment: member.homeDepartment,
      centre: member.centre,
      window: member.window,
      onPost: member.onPost,
      chiefRepresentativeOf: member.chiefRepresentativeOf,
    }),
  );
}
