import { isKnownStaff, isOneOf, type Viewer } from '@onewindow/identity';
import { isCurrent, isPublic, type KnownEntry } from '../../domain/disclosure-entry.ts';
import type { EntryCommand } from '../../domain/entry-commands.ts';
import { PERMITTED } from '../../domain/permitted.ts';
import { isOfDesk } from '../../queries/visible-entries.ts';
import type { DisclosureEntryAction } from '../types.generated.ts';

type Persons = Exclude<EntryCommand['type'], 'DraftEntry' | 'DiscloseFact'>;

const ACTIONS: Readonly<Record<Persons, DisclosureEntryAction>> = {
  SubmitEntry: 'SUBMIT_DISCLOSURE_ENTRY',
  ApproveEntry: 'APPROVE_DISCLOSURE_ENTRY',
  ReturnEntry: 'RETURN_DISCLOSURE_ENTRY',
  ExemptEntry: 'EXEMPT_DISCLOSURE_ENTRY',
  PublishEntry: 'PUBLISH_DISCLOSURE_ENTRY',
  ReplaceEntry: 'REPLACE_DISCLOSURE_ENTRY',
  WithdrawEntry: 'WITHDRAW_DISCLOSURE_ENTRY',
};

/** What the entry allows, as far as this viewer does such things: who wrote does not review. */
export function availableActions(viewer: Viewer, entry: KnownEntry): DisclosureEntryAction[] {
  if (!isOfDesk(viewer, entry) || !isKnownStaff(viewer)) return [];
  const permitted: readonly EntryCommand['type'][] = PERMITTED[entry.status];
  return permitted
    .filter((command): command is Persons => command in ACTIONS)
    .filter((command) => does(viewer, entry, command))
    .map((command) => ACTIONS[command]);
}

function does(viewer: Viewer, entry: KnownEntry, command: Persons): boolean {
  const { scopes } = viewer;
  const edits = scopes.has('disclosure:edit');
  const reviews = scopes.has('disclosure:review');
  switch (command) {
    case 'SubmitEntry':
    case 'PublishEntry':
      return edits;
    case 'ReplaceEntry':
      return edits && isCurrent(entry) && entry.origin.kind === 'STAFF';
    case 'WithdrawEntry':
      return reviews || (edits && !isPublic(entry));
    case 'ApproveEntry':
    case 'ReturnEntry':
    case 'ExemptEntry':
      return reviews && !isOneOf(viewer, entry.authors);
  }
}
