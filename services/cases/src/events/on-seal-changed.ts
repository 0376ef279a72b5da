import { sealCustodyTransferred, sealDestroyed, sealRegistered } from '@onewindow/contracts';
import type { Replicas } from '../replicas/create-replicas.ts';
import { keepSnapshot, type Reaction } from './replica-reaction.ts';

/** Whose seal it is and who keeps it (002:104). */
export function onSealChanged({ seals }: Pick<Replicas, 'seals'>): Reaction {
  return keepSnapshot(
    [sealRegistered, sealCustodyTransferred, sealDestroyed],
    seals,
    ({ department, custodian, status }, head) => ({ ...head, department, custodian, status }),
  );
}
