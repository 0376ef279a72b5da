import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import type { EntryState, Successor } from './disclosure-entry.ts';
import type { EntryCommand, EntryEvent, EntryRefusal } from './entry-commands.ts';
import { evolve } from './entry-evolution.ts';
import { permits } from './permitted.ts';

type EntryDecision = Decision<EntryEvent, EntryRefusal>;

/** 政务公开: collected, reviewed, published, replaced (000:47, 001:21). Which command fits which status is `PERMITTED`. */
export const entryLifecycle: Decider<EntryState, EntryCommand, EntryEvent, EntryRefusal> = {
  initial: { status: 'ABSENT' },
  decide: (command, state) =>
    permits(state.status, command.type)
      ? decide(command, state)
      : reject({ code: 'NotPermittedInStatus', status: state.status }),
  evolve,
};

function decide(command: EntryCommand, state: EntryState): EntryDecision {
  switch (command.type) {
    case 'DraftEntry':
      return accept({ ...command, type: 'EntryDrafted' });
    case 'DiscloseFact':
      return accept({ ...command, type: 'FactDisclosed' });
    case 'SubmitEntry':
      return accept({ ...command, type: 'EntrySubmitted' });
    case 'ApproveEntry':
      return byAnother(state, { ...command, type: 'EntryApproved' });
    case 'ReturnEntry':
      return byAnother(state, { ...command, type: 'EntryReturned' });
    case 'ExemptEntry':
      return byAnother(state, { ...command, type: 'EntryExempted' });
    case 'PublishEntry':
      return accept({ ...command, type: 'EntryPublished' });
    case 'ReplaceEntry':
      return isNearer(state, command.successor)
        ? accept({ ...command, type: 'EntryReplaced' })
        : accept();
    case 'WithdrawEntry':
      return accept({ ...command, type: 'EntryWithdrawn' });
    default:
      return assertNever(command);
  }
}

/** Whoever wrote on an entry does not review it (政府信息公开条例 17; 000:47). */
function byAnother(state: EntryState, event: EntryEvent & { readonly by: string }): EntryDecision {
  const wrote = state.status !== 'ABSENT' && state.authors.includes(event.by);
  return wrote ? reject({ code: 'ReviewerWroteEntry' }) : accept(event);
}

/** The nearest successor is the one that counts, whichever was heard of first. */
function isNearer(state: EntryState, successor: Successor): boolean {
  return state.status !== 'REPLACED' || successor.order < state.successor.order;
}
