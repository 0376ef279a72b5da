import { accept, reject, type Decider, type Instant } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

/** One use of a seal, recorded from the decision it sealed: bound to the case and to who decided (X14, 002:104). */
export interface SealUseFacts {
  readonly id: string;
  readonly seal: string;
  readonly caseId: string;
  readonly usedBy: string;
  readonly usedAt: Instant;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
}

export type SealUseState =
  { readonly status: 'ABSENT' } | ({ readonly status: 'RECORDED' } & SealUseFacts);
export type SealUseCommand = { readonly type: 'RecordSealUse' } & SealUseFacts;
export type SealUseEvent = { readonly type: 'SealUseRecorded' } & SealUseFacts;

export const sealUse: Decider<SealUseState, SealUseCommand, SealUseEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) =>
    state.status === 'ABSENT'
      ? accept({ ...command, type: 'SealUseRecorded' })
      : reject(notPermitted(state.status)),
  evolve: (_state, event) => {
    const { type: _, ...facts } = event;
    return { ...facts, status: 'RECORDED' };
  },
};
