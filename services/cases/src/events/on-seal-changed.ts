import { sealCustodyTransferred, sealDestroyed, sealRegistered } from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Whose seal it is and who keeps it (002:104). */
export function onSealChanged({ seals }: Pick<Replicas, 'seals'>): Reaction {
  return keepSnapshot(
    [sealRegistered, sealCustodyTransferred, sealDestroyed],
    seals,
    ({ department, custodian, status }, head) => ({ ...head, department, custodian, status }),
  );
}
