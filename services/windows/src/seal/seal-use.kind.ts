import { sealUsed, type SealUseSnapshot } from '@onewindow/contracts';
import {
  defineKind,
  everybody,
  everything,
  type JournalOf,
  type TypesOf,
} from '@onewindow/service';
import { sealUse } from './domain/seal-use.ts';

/** What is stored, told and listed of a use. No path leads to it but the seal, which asks who sees it. */
export const sealUseKind = defineKind({
  kind: 'seal-use',
  collection: 'sealUses',
  stateVersion: 1,
  decider: sealUse,
  belonging: ({ region, centre, department }) => ({ region, centre, department }),
  events: { SealUseRecorded: sealUsed },
  snapshot: ({ id, seal, caseId, usedBy, usedAt }): SealUseSnapshot => ({
    id,
    seal,
    case: caseId,
    usedBy,
    usedAt,
  }),
  lists: {
    scopes: everything,
    filters: {},
    newest: 'state.usedAt',
    of: { seal: 'state.seal' },
    onlyOf: true,
  },
  sight: everybody,
});

export type SealUseJournal = JournalOf<TypesOf<typeof sealUseKind>>;
