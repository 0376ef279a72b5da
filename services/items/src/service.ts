import { createNotKnown, defineService } from '@onewindow/service';
import { createItemCommands } from './commands/create-item-commands.ts';
import type { RequestContext } from './context.ts';
import type { ItemsEnvironment } from './environment.ts';
import { onCentreRegistered } from './events/on-centre-registered.ts';
import { onDepartmentChanged } from './events/on-department-changed.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createItemLoaders } from './loaders/item-loaders.ts';
import { itemType } from './persistence/item-aggregate.ts';
import { centreReplica, type CentreRow } from './replicas/centre-replica.ts';
import { departmentReplica, type DepartmentRow } from './replicas/department-replica.ts';

/** What can be applied for: service items with their guides, materials, limits and fees. */
export const createItemsService = defineService<ItemsEnvironment, RequestContext>({
  name: 'items',
  typeDefs,
  resolvers,
  assemble: (foundation) => {
    const journal = foundation.journal(itemType);
    const departments = foundation.replica<DepartmentRow>('departments', departmentReplica);
    const centres = foundation.replica<CentreRow>('centres', centreReplica);
    const notKnown = createNotKnown();
    const commands = createItemCommands({ journal, departments, centres, notKnown });
    const fromWindows = { from: 'windows', replay: true };
    return {
      consumers: [
        { ...fromWindows, durable: 'items-departments', ...onDepartmentChanged(departments) },
        { ...fromWindows, durable: 'items-centres', ...onCentreRegistered(centres) },
      ],
      context: (request) => {
        const loaders = createItemLoaders(journal, request.caller.at);
        return { ...request, journal, departments, centres, commands, loaders, notKnown };
      },
    };
  },
});
