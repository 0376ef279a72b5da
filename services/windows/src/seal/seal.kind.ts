import { sealCustodyTransferred, sealDestroyed, sealRegistered } from '@onewindow/contracts';
import { defineKind, unlisted } from '@onewindow/service';
import { seesPlace, type KnowsCentres } from '../sight.ts';
import { approvalSeal } from './domain/approval-seal.ts';

/** What is stored, told and seen of a seal: shown singly to those whom its department concerns, listed to nobody. */
export const sealKind = defineKind({
  kind: 'approval-seal',
  collection: 'approvalSeals',
  stateVersion: 1,
  decider: approvalSeal,
  belonging: ({ region, department }) => ({ region, department }),
  detachable: { SealDestroyed: ['reason'] },
  events: {
    SealRegistered: sealRegistered,
    CustodyTransferred: sealCustodyTransferred,
    SealDestroyed: sealDestroyed,
  },
  snapshot: (seal) => ({
    id: seal.id,
    department: seal.department,
    status: seal.status,
    custodian: seal.status === 'IN_CUSTODY' ? seal.custodian : null,
  }),
  lists: unlisted,
  sight: () => null,
  alsoSees: (viewer, seal, { centreOf }: KnowsCentres) => seesPlace(viewer, seal, centreOf),
});
