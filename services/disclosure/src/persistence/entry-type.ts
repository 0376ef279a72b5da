import type { AggregateType, Journal } from '@onewindow/persistence';
import type { EntryState } from '../domain/disclosure-entry.ts';
import type { EntryCommand, EntryEvent, EntryRefusal } from '../domain/entry-commands.ts';
import { entryLifecycle } from '../domain/entry-lifecycle.ts';
import { publishEntryEvent } from '../events/publish-entry-events.ts';
import { entryIndexes, entryQueries } from './entry-queries.ts';

export type EntryJournal = Journal<EntryState, EntryCommand, EntryEvent, EntryRefusal>;

const CONTENT = ['content.title', 'content.body', 'content.basis'] as const;

/** A disclosure entry as the journal keeps it. */
export const entryType: AggregateType<EntryState, EntryCommand, EntryEvent, EntryRefusal> = {
  kind: 'entry',
  collection: 'entries',
  decider: entryLifecycle,
  stateVersion: 1,
  belonging: (state) => {
    if (state.status === 'ABSENT') throw new Error('An entry belongs nowhere before it is there.');
    const { region, department, centre } = state;
    return { region, department, ...(centre !== null && { centre }) };
  },
  publish: publishEntryEvent,
  // What staff wrote. What is told of an item or a certificate nobody wrote.
  detachable: {
    EntryDrafted: CONTENT,
    EntrySubmitted: CONTENT,
    EntryApproved: ['opinion'],
    EntryReturned: ['opinion'],
    EntryExempted: ['opinion'],
    EntryWithdrawn: ['reason'],
  },
  indexes: entryIndexes,
  queries: entryQueries,
};
