import { journalSealsMade } from '@onewindow/contracts';
import { createNotKnown, defineService, openKinds } from '@onewindow/service';
import { onCertificateIssued } from './case/on-certificate-issued.ts';
import type { RequestContext } from './context.ts';
import { entryKind } from './entry/entry.kind.ts';
import { onEntryPublished } from './entry/on-entry-published.ts';
import { publicEntriesOf } from './entry/public-entries.ts';
import type { DisclosureEnvironment } from './environment.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { itemReplica, type ItemRow } from './item/item-replica.ts';
import { onItemChanged } from './item/on-item-changed.ts';
import { keepSeals } from './journal-seal/keep-seals.ts';
import { keptSealKind } from './journal-seal/kept-seal.kind.ts';

/** What the public sees: entries made by what happened, and entries that were written and reviewed. */
export const createDisclosureService = defineService<DisclosureEnvironment, RequestContext>({
  name: 'disclosure',
  typeDefs,
  resolvers,
  assemble: (foundation, { personalData }) => {
    const kinds = openKinds(foundation, foundation.vault(personalData));
    const entries = kinds.open(entryKind);
    const seals = kinds.open(keptSealKind);
    const items = foundation.replica<ItemRow>('items', itemReplica);
    const parts = { items, notKnown: createNotKnown() };
    const { clock, log } = foundation;
    const deps = { entries, items, clock };
    return {
      consumers: [
        // A new durable asks items for everything: what is public already gets its entry too.
        { from: 'items', durable: 'disclosure-items', replay: true, ...onItemChanged(deps) },
        { from: 'cases', durable: 'disclosure-results', ...onCertificateIssued(deps) },
        { from: 'disclosure', durable: 'disclosure-replacements', ...onEntryPublished(deps) },
        ...journalSealsMade.map((made) => ({
          from: made.service,
          durable: `disclosure-seals-${made.service}`,
          replay: true,
          ...keepSeals(made, { seals, clock, log }),
        })),
      ],
      context: (request) => ({
        ...request,
        ...parts,
        kinds: kinds.forRequest(request.caller),
        publicEntries: publicEntriesOf(entries, request.caller),
      }),
    };
  },
});
