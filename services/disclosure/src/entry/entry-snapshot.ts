import {
  fact,
  type ContractFact,
  type DisclosureEntrySnapshot,
  type EventContract,
} from '@onewindow/contracts';
import type { View } from '@onewindow/service';
import { isPublic, type EntryState } from './domain/disclosure-entry.ts';

/** An entry as everybody may know it: no text once it is withdrawn. Undefined while it never was public. */
export function entrySnapshotOf(entry: View<EntryState>): DisclosureEntrySnapshot | undefined {
  if (!isPublic(entry) && entry.status !== 'WITHDRAWN') return undefined;
  const publication = entry.status === 'WITHDRAWN' ? entry.publication : entry;
  if (publication === null) return undefined;
  const { id, status, content, origin, region, department, centre } = entry;
  const { phase, nature, cadence, item } = content;
  return {
    id,
    status,
    region,
    department,
    centre,
    phase,
    nature,
    cadence,
    item,
    title: status === 'WITHDRAWN' ? null : content.title,
    channels: [...publication.channels],
    certificateNumber: origin.kind === 'CERTIFICATE' ? origin.certificateNumber : null,
    publishedAt: publication.publishedAt,
    replacedBy: status === 'REPLACED' ? entry.successor.id : null,
  };
}

type Snapshot = DisclosureEntrySnapshot | undefined;
type TellsAlone = EventContract<{
  readonly happened: Record<string, never>;
  readonly snapshot: DisclosureEntrySnapshot;
}>;

/** Tells an event of what is or was public, and of nothing else. */
export const oncePublic =
  (contract: TellsAlone) =>
  (_event: unknown, snapshot: Snapshot): ContractFact | undefined =>
    snapshot && fact(contract, { happened: {}, snapshot });
