import {
  disclosureEntryPublished,
  disclosureEntryReplaced,
  disclosureEntryWithdrawn,
  fact,
  type ContractFact,
  type DisclosureEntrySnapshot,
} from '@onewindow/contracts';
import type { Entry } from '@onewindow/persistence';
import { isPublic, type EntryState } from '../domain/disclosure-entry.ts';
import type { EntryEvent } from '../domain/entry-commands.ts';

/** What others learn of an entry: nothing before it is public, and no text once it is withdrawn. */
export function publishEntryEvent(
  { event }: Pick<Entry<EntryEvent>, 'event'>,
  state: EntryState,
  id: string,
): ContractFact | undefined {
  const snapshot = snapshotOf(id, state);
  if (snapshot === undefined || state.status === 'ABSENT') return undefined;
  const { replaces } = state;
  switch (event.type) {
    case 'FactDisclosed':
    case 'EntryPublished':
      return fact(disclosureEntryPublished, { happened: { replaces }, snapshot });
    case 'EntryReplaced':
      return fact(disclosureEntryReplaced, { happened: {}, snapshot });
    case 'EntryWithdrawn':
      return fact(disclosureEntryWithdrawn, { happened: {}, snapshot });
    default:
      return undefined;
  }
}

/** An entry as everybody may know it, undefined while it never was public. */
export function snapshotOf(id: string, state: EntryState): DisclosureEntrySnapshot | undefined {
  if (!isPublic(state) && state.status !== 'WITHDRAWN') return undefined;
  const publication = state.status === 'WITHDRAWN' ? state.publication : state;
  if (publication === null) return undefined;
  const { content, origin, region, department, centre } = state;
  const { phase, nature, cadence, item } = content;
  return {
    ...{ id, status: state.status, region, department, centre, phase, nature, cadence, item },
    title: state.status === 'WITHDRAWN' ? null : content.title,
    channels: [...publication.channels],
    certificateNumber: origin.kind === 'CERTIFICATE' ? origin.certificateNumber : null,
    publishedAt: publication.publishedAt,
    replacedBy: state.status === 'REPLACED' ? state.successor.id : null,
  };
}
