import {
  sampleMatterEvents,
  sampleMatterSnapshot,
  type SampleMatterSnapshot,
} from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { defineKind, type View } from '@onewindow/service';
import { sampleMatterLifecycle } from './domain/sample-matter-lifecycle.ts';
import type { SampleMatterState } from './domain/sample-matter.ts';

/** What is stored, told, listed and seen of a sample matter. */
export const sampleMatterKind = defineKind({
  kind: 'sample-matter',
  collection: 'sampleMatters',
  stateVersion: 1,
  decider: sampleMatterLifecycle,
  belonging: ({ region, department }) => ({ region, department }),
  // What somebody wrote lies encrypted, and can be erased.
  detachable: { SampleMatterOpened: ['title'], SampleMatterClosed: ['outcome'] },
  textsInState: ['title', 'outcome'],
  events: {
    SampleMatterOpened: sampleMatterEvents.opened,
    SampleMatterClosed: sampleMatterEvents.closed,
  },
  snapshot: sampleMatterSnapshotOf,
  lists: {
    scopes: { department: 'department' },
    filters: {
      statuses: { field: 'state.status', all: sampleMatterSnapshot.shape.status.options },
    },
    newest: 'state.openedAt',
  },
  sight: ofHisDepartment,
});

/** Staff of a department see what is that department's. */
function ofHisDepartment({ kind, department }: Viewer) {
  return kind === 'STAFF' && department !== undefined
    ? ({ name: 'department', value: department } as const)
    : null;
}

/** What everybody may know of it: nothing that somebody wrote, and nobody's name. */
function sampleMatterSnapshotOf(view: View<SampleMatterState>): SampleMatterSnapshot {
  const { id, status, region, department, openedAt } = view;
  return { id, status, region, department, openedAt };
}
