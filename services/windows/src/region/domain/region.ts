import { accept, defineDecider } from '@onewindow/kernel';

/** An administrative region (行政区划). One installation serves one tree of them. */
export interface RegionFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The region it is a part of, null at the top of the tree that is served. */
  readonly parent: string | null;
}

export type RegionState =
  { readonly status: 'ABSENT' } | ({ readonly status: 'REGISTERED' } & RegionFacts);
export type RegionCommand = { readonly type: 'RegisterRegion' } & RegionFacts;
export type RegionEvent = { readonly type: 'RegionRegistered' } & RegionFacts;

/** A region is registered once. */
export const region = defineDecider<RegionState, RegionCommand, RegionEvent>()({
  initial: { status: 'ABSENT' },
  permitted: { ABSENT: ['RegisterRegion'], REGISTERED: [] },
  branches: {
    RegisterRegion: ({ id, code, name, parent }) =>
      accept({ type: 'RegionRegistered', id, code, name, parent }),
  },
  evolve: (_state, { id, code, name, parent }) => ({
    status: 'REGISTERED',
    id,
    code,
    name,
    parent,
  }),
});
