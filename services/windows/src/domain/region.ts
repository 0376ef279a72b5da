import { accept, reject, type Decider } from '@onewindow/kernel';
import { notPermitted, type Rejection } from './rejection.ts';

/** An administrative region (行政区划). One installation serves one tree of them. */
export type RegionState =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: 'REGISTERED';
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly parent: string | null;
    };
export type RegionCommand = {
  readonly type: 'RegisterRegion';
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
};
export type RegionEvent = {
  readonly type: 'RegionRegistered';
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
};

export const region: Decider<RegionState, RegionCommand, RegionEvent, Rejection> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) => {
    if (state.status !== 'ABSENT') return reject(notPermitted(state.status));
    const { id, code, name, parent } = command;
    return accept({ type: 'RegionRegistered', id, code, name, parent });
  },
  evolve: (_state, { id, code, name, parent }) => ({
    status: 'REGISTERED',
    id,
    code,
    name,
    parent,
  }),
};
