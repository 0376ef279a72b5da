import { caseEvents, centreEvents, departmentEvents, staffEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, together, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/**
 * Whose case it is, who has it in hand and who has decided it (X07).
 */
export function onCaseChanged({ cases }: Pick<Replicas, 'cases'>): Reaction {
  return keepSnapshot(
    allOf(caseEvents),
    cases,
    ({ region, centre, department, window, handler, decidedBy, receiptNumber, proofs }, head) => ({
      ...head,
      ...{ region, centre, department, window, handler, decidedBy: decidedBy ?? null },
      ...{ receiptNumber, proofs: proofs ?? null },
    }),
  );
}

/** Which centres, departments with their leader in charge, and members of staff there are. */
export function onPlaceChanged({ centres, departments, staff }: Replicas): Reaction {
  return together([
    keepSnapshot(allOf(centreEvents), centres, ({ region }, head) => ({ ...head, region })),
    keepSnapshot(
      allOf(departmentEvents),
      departments,
      ({ centre, leaderInCharge = null }, head) => ({ ...head, centre, leaderInCharge }),
    ),
    keepSnapshot(allOf(staffEvents), staff, ({ homeDepartment, onPost }, head) => ({
      ...head,
      homeDepartment,
      onPost,
    })),
  ]);
}
