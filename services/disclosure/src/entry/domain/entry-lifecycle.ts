import { accept, defineDecider, reject } from '@onewindow/kernel';
import { isPublic, type EntryState, type KnownEntry, type Successor } from './disclosure-entry.ts';
import type { EntryCommand, EntryEvent } from './entry-commands.ts';
import { evolve } from './entry-evolution.ts';
import { PERMITTED } from './permitted.ts';

/**
 * An entry is written, reviewed, published and replaced (000:47, 001:21). Who may do it is asked before, where the
 * entry was loaded for the write (`entry.commands.ts`).
 */
export const entryLifecycle = defineDecider<EntryState, EntryCommand, EntryEvent>()({
  initial: { status: 'ABSENT' },
  permitted: PERMITTED,
  branches: {
    DraftEntry: ({ at, by, place, content, replaces }) =>
      accept({ type: 'EntryDrafted', at, by, place, content, replaces }),
    DiscloseFact: ({ at, place, content, channels, origin }) =>
      accept({ type: 'FactDisclosed', at, place, content, channels, origin }),
    SubmitEntry: ({ at, by, content }) => accept({ type: 'EntrySubmitted', at, by, content }),
    ApproveEntry: ({ at, by, opinion }, entry) =>
      wroteOn(entry, by) ?? accept({ type: 'EntryApproved', at, by, opinion }),
    ReturnEntry: ({ at, by, opinion }, entry) =>
      wroteOn(entry, by) ?? accept({ type: 'EntryReturned', at, by, opinion }),
    ExemptEntry: ({ at, by, exemption, opinion }, entry) =>
      wroteOn(entry, by) ?? accept({ type: 'EntryExempted', at, by, exemption, opinion }),
    PublishEntry: ({ at, by, channels }) => accept({ type: 'EntryPublished', at, by, channels }),
    // Of several successors the nearest one counts, in whatever order they were heard of.
    ReplaceEntry: ({ successor }, entry) =>
      entry.status !== 'REPLACED' || isNearer(successor, entry.successor)
        ? accept({ type: 'EntryReplaced', successor })
        : accept(),
    WithdrawEntry: ({ at, by, reason, ground }, entry) => {
      if (!isPublic(entry)) return accept({ type: 'EntryWithdrawn', at, by, reason });
      // What the public has read does not vanish without a word (001:21).
      return ground === null
        ? reject({ code: 'WithdrawalGroundRequired' })
        : accept({ type: 'EntryWithdrawn', at, by, reason, ground });
    },
  },
  evolve,
});

/**
 * Of what events make, the lower order is nearer. What people write has one open successor at a time: a later one is
 * there only where the earlier was taken back.
 */
const isNearer = (successor: Successor, present: Successor): boolean =>
  successor.order === present.order ? successor.at > present.at : successor.order < present.order;

/** Whoever wrote on an entry does not review it (政府信息公开条例 17; 000:47). Null for everybody else. */
function wroteOn({ authors }: Pick<KnownEntry, 'authors'>, reviewer: string) {
  return authors.includes(reviewer) ? reject({ code: 'ReviewerWroteEntry' }) : null;
}
