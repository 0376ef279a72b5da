import { createNotKnown, defineService } from '@onewindow/service';
import type { RequestContext } from './context.ts';
import type { DisclosureEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createLoaders } from './loaders/create-loaders.ts';
import { entryType } from './persistence/entry-type.ts';
import { itemReplica, type ItemRow } from './replicas/item-replica.ts';

/** What the public sees: entries made by what happened, and entries that were written and reviewed. */
export const createDisclosureService = defineService<DisclosureEnvironment, RequestContext>({
  name: 'disclosure',
  typeDefs,
  resolvers,
  assemble: ({ clock, ...foundation }, { personalData }) => {
    const entries = foundation.journal(entryType, foundation.vault(personalData));
    const items = foundation.replica<ItemRow>('items', itemReplica);
    const notKnown = createNotKnown();
    return {
      consumers: consumersFor({ entries, items, clock }),
      context: (request) => {
        const loaders = createLoaders(entries, request.caller);
        return { ...request, journal: entries, items, loaders, notKnown };
      },
    };
  },
});
