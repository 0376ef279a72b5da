import { createNotKnown, defineService, openKinds } from '@onewindow/service';
import type { RequestContext } from './context.ts';
import type { ItemsEnvironment } from './environment.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { historiesOf } from './item/item-revisions.ts';
import { itemKind } from './item/item.kind.ts';
import { centreReplica, type CentreRow } from './organisation/centre-replica.ts';
import { departmentReplica, type DepartmentRow } from './organisation/department-replica.ts';
import { onCentreRegistered } from './organisation/on-centre-registered.ts';
import { onDepartmentChanged } from './organisation/on-department-changed.ts';

/** What can be applied for: service items with their guides, materials, limits and fees. */
export const createItemsService = defineService<ItemsEnvironment, RequestContext>({
  name: 'items',
  typeDefs,
  resolvers,
  assemble: (foundation, { textKeys }) => {
    const kinds = openKinds(foundation, foundation.texts(textKeys));
    const journal = kinds.open(itemKind);
    const departments = foundation.replica<DepartmentRow>('departments', departmentReplica);
    const centres = foundation.replica<CentreRow>('centres', centreReplica);
    const parts = { departments, centres, notKnown: createNotKnown() };
    const fromWindows = { from: 'windows', replay: true };
    return {
      consumers: [
        { ...fromWindows, durable: 'items-departments', ...onDepartmentChanged(departments) },
        { ...fromWindows, durable: 'items-centres', ...onCentreRegistered(centres) },
      ],
      context: (request) => ({
        ...request,
        ...parts,
        kinds: kinds.forRequest(request.caller),
        histories: historiesOf(journal),
      }),
    };
  },
});
