import { accept, defineDecider, type Instant } from '@onewindow/kernel';

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

/** A use is recorded once and never changed. */
export const sealUse = defineDecider<SealUseState, SealUseCommand, SealUseEvent>()({
  initial: { status: 'ABSENT' },
  permitted: { ABSENT: ['RecordSealUse'], RECORDED: [] },
  branches: {
    RecordSealUse: (command) => accept({ type: 'SealUseRecorded', ...factsOf(command) }),
  },
  evolve: (_state, event) => ({ status: 'RECORDED', ...factsOf(event) }),
});

/** What is stored for ever is named: what is added to the command is not added to history. */
function factsOf(told: SealUseFacts): SealUseFacts {
  const { id, seal, caseId, usedBy, usedAt, region, centre, department } = told;
  return { id, seal, caseId, usedBy, usedAt, region, centre, department };
}
