import { createNotKnown, defineService } from '@onewindow/service';
import type { RequestContext } from './context.ts';
import type { WindowsEnvironment } from './environment.ts';
import { onCaseDecided } from './events/on-case-decided.ts';
import { onItemChanged } from './events/on-item-changed.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createLoaders } from './loaders/create-loaders.ts';
import { createJournals } from './persistence/create-journals.ts';
import { itemReplica, type ItemRow } from './persistence/item-replica.ts';

/** Who handles and where: departments, centres, windows, staff, authorisation, seals. */
export const createWindowsService = defineService<WindowsEnvironment, RequestContext>({
  name: 'windows',
  typeDefs,
  resolvers,
  assemble: (foundation) => {
    const journals = createJournals(foundation);
    const items = foundation.replica<ItemRow>('items', itemReplica);
    const notKnown = createNotKnown();
    return {
      consumers: [
        { from: 'items', durable: 'windows-items', replay: true, ...onItemChanged(items) },
        { from: 'cases', durable: 'windows-seal-uses', ...onCaseDecided(journals) },
      ],
      context: (request) => {
        const loaders = createLoaders(journals, request.caller);
        return { ...request, journals, items, loaders, notKnown };
      },
    };
  },
});
