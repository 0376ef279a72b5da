import { accept, defineDecider } from '@onewindow/kernel';
import { decideEntry } from './decide-entry.ts';
import { decideImport } from './decide-import.ts';
import {
  decideDropping,
  decidePublication,
  decideReview,
  decideSubmission,
} from './decide-review.ts';
import { decideRevision } from './decide-revision.ts';
import { evolve } from './evolve.ts';
import type { ItemCommand, ItemEvent, ItemState } from './item.ts';
import { PERMITTED } from './permitted.ts';

/**
 * An item from clean-up over review and publication into service, and beside a public one its next revision
 * (ADR 20). Who may do it is asked before, where the item was loaded for the write (`item.commands.ts`).
 */
export const itemLifecycle = defineDecider<ItemState, ItemCommand, ItemEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    ImportItem: decideImport,
    ReviseItem: decideRevision,
    SubmitItemForReview: decideSubmission,
    ReviewItem: decideReview,
    PublishItem: decidePublication,
    EnterItem: decideEntry,
    SuspendItem: ({ reason }) => accept({ type: 'ItemSuspended', reason }),
    ResumeItem: () => accept({ type: 'ItemResumed' }),
    AbolishItem: ({ reason }) => accept({ type: 'ItemAbolished', reason }),
    DropProposal: decideDropping,
  },
  evolve,
});
