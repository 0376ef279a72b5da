import { sealCustodyTransferred, sealDestroyed, sealRegistered } from '@onewindow/contracts';
import { seesPlace } from '@onewindow/identity';
import { defineKind, everything } from '@onewindow/service';
import type { KnowsCentres } from '../knows-centres.ts';
import { approvalSeal } from './domain/approval-seal.ts';

/** What is stored, told and seen of a seal: shown to those whom its department concerns, listed of that department. */
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
  lists: {
    scopes: everything,
    filters: {},
    lowest: 'state.code',
    of: { department: 'department' },
    onlyOf: true,
  },
  sight: () => null,
  alsoSees: (viewer, seal, { centreOf }: KnowsCentres) => seesPlace(viewer, seal, centreOf),
});
