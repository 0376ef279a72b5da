import { sealEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Whose seal it is and who keeps it (002:104). */
export function onSealChanged({ seals }: Pick<Replicas, 'seals'>): Reaction {
  return keepSnapshot(allOf(sealEvents), seals, ({ department, custodian, status }, head) => ({
    ...head,
    department,
    custodian,
    status,
  }));
}
