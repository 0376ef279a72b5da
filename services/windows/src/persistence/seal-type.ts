import { fact, sealCustodyTransferred, sealDestroyed, sealRegistered } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import {
  approvalSeal,
  type SealCommand,
  type SealEvent,
  type SealState,
} from '../domain/approval-seal.ts';
import type { Rejection } from '../domain/rejection.ts';
import { present } from './present.ts';

const CONTRACTS = {
  SealRegistered: sealRegistered,
  CustodyTransferred: sealCustodyTransferred,
  SealDestroyed: sealDestroyed,
} as const;

export const sealType: AggregateType<SealState, SealCommand, SealEvent, Rejection> = {
  kind: 'approval-seal',
  collection: 'approvalSeals',
  decider: approvalSeal,
  stateVersion: 1,
  belonging: (state) => ({ region: present(state).region, department: present(state).department }),
  publish: ({ event }, state) => {
    const seal = present(state);
    const custodian = seal.status === 'IN_CUSTODY' ? seal.custodian : null;
    const { id, department, status } = seal;
    return fact(CONTRACTS[event.type], {
      happened: {},
      snapshot: { id, department, status, custodian },
    });
  },
  indexes: [],
  queries: {},
};
