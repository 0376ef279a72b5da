import {
  complaintAccepted,
  complaintClosed,
  complaintFiled,
  complaintHandled,
  complaintInvestigated,
  complaintOverdue,
  complaintReopened,
  complaintReplied,
  complaintTransferred,
} from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Who is shut out of which case: the target of a complaint until that is closed (X24, 000:16). */
export function onComplaintChanged({ complaints }: Pick<Replicas, 'complaints'>): Reaction {
  return keepSnapshot(
    [
      complaintFiled,
      complaintAccepted,
      complaintTransferred,
      complaintInvestigated,
      complaintHandled,
      complaintReplied,
      complaintClosed,
      complaintReopened,
      complaintOverdue,
    ],
    complaints,
    (complaint, head) => ({
      ...head,
      case: complaint.case,
      target: complaint.target,
      open: complaint.status !== 'CLOSED',
    }),
  );
}
