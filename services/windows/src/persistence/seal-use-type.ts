import { fact, sealUsed } from '@onewindow/contracts';
import type { AggregateType } from '@onewindow/persistence';
import type { Rejection } from '../domain/rejection.ts';
import {
  sealUse,
  type SealUseCommand,
  type SealUseEvent,
  type SealUseState,
} from '../domain/seal-use.ts';
import { present } from './present.ts';

export const sealUseType: AggregateType<SealUseState, SealUseCommand, SealUseEvent, Rejection> = {
  kind: 'seal-use',
  collection: 'sealUses',
  decider: sealUse,
  stateVersion: 1,
  belonging: (state) => {
    const { region, centre, department } = present(state);
    return { region, centre, department };
  },
  publish: (_entry, state) => {
    const { id, seal, caseId, usedBy, usedAt } = present(state);
    return fact(sealUsed, { happened: {}, snapshot: { id, seal, case: caseId, usedBy, usedAt } });
  },
  indexes: [{ fields: { 'state.seal': 1, 'state.usedAt': -1, _id: -1 } }],
  queries: {
    bySeal: { equality: ['state.seal'], sort: { 'state.usedAt': -1, _id: -1 } },
  },
};
