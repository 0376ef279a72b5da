import type { Consumer } from '@onewindow/messaging';
import type { Clock } from '@onewindow/runtime';
import type { EntryJournal } from '../persistence/entry-type.ts';
import type { ItemReplica } from '../replicas/item-replica.ts';
import { onCertificateIssued } from './on-certificate-issued.ts';
import { onEntryPublished } from './on-entry-published.ts';
import { onItemChanged } from './on-item-changed.ts';

/** What this service listens to. A new durable asks items for everything: what is public already gets its entry too. */
export function consumersFor(deps: {
  readonly entries: EntryJournal;
  readonly items: ItemReplica;
  readonly clock: Clock;
}): readonly Consumer[] {
  return [
    { from: 'items', durable: 'disclosure-items', replay: true, ...onItemChanged(deps) },
    { from: 'cases', durable: 'disclosure-results', ...onCertificateIssued(deps) },
    { from: 'disclosure', durable: 'disclosure-replacements', ...onEntryPublished(deps) },
  ];
}
