import type { EntryState } from './disclosure-entry.ts';
import type { EntryCommand } from './entry-commands.ts';

/**
 * What each status allows (3.10). Collecting happens before there is a draft, so an entry begins as
 * PLANNED; the statuses of the public ones follow its phase. What is public is replaced or withdrawn,
 * never edited (001:21).
 */
export const PERMITTED = {
  ABSENT: ['DraftEntry', 'DiscloseFact'],
  PLANNED: ['SubmitEntry', 'WithdrawEntry'],
  UNDER_REVIEW: ['ApproveEntry', 'ReturnEntry', 'ExemptEntry', 'WithdrawEntry'],
  RETURNED_FOR_CHANGE: ['SubmitEntry', 'WithdrawEntry'],
  APPROVED: ['PublishEntry', 'WithdrawEntry'],
  EXEMPTED: [],
  PUBLISHED_BEFORE: ['ReplaceEntry', 'WithdrawEntry'],
  UPDATED_DURING: ['ReplaceEntry', 'WithdrawEntry'],
  PUBLISHED_AFTER: ['ReplaceEntry', 'WithdrawEntry'],
  REPLACED: ['ReplaceEntry', 'WithdrawEntry'],
  WITHDRAWN: [],
} as const satisfies Record<EntryState['status'], readonly EntryCommand['type'][]>;
