import { createNotKnown, defineService, openKinds } from '@onewindow/service';
import { authorizationLetterKind } from './authorization-letter/authorization-letter.kind.ts';
import { itemReplica, type ItemRow } from './authorization-letter/item-replica.ts';
import { onItemChanged } from './authorization-letter/on-item-changed.ts';
import { centreKind } from './centre/centre.kind.ts';
import type { RequestContext } from './context.ts';
import { createCentreOf } from './department/centre-of.ts';
import { departmentKind } from './department/department.kind.ts';
import type { WindowsEnvironment } from './environment.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { regionKind } from './region/region.kind.ts';
import { onCaseDecided } from './seal/record-seal-uses.ts';
import { sealUseKind } from './seal/seal-use.kind.ts';
import { sealKind } from './seal/seal.kind.ts';
import { staffMemberKind } from './staff-member/staff-member.kind.ts';
import { standingRuleKind } from './standing-rule/standing-rule.kind.ts';
import { createStaffOfWindow } from './staff-member/staff-of-windows.ts';
import { windowKind } from './window/window.kind.ts';

/** Who handles and where: departments, centres, windows, staff, authorisation, seals. */
export const createWindowsService = defineService<WindowsEnvironment, RequestContext>({
  name: 'windows',
  typeDefs,
  resolvers,
  assemble: (foundation, { textKeys }) => {
    const kinds = openKinds(foundation, foundation.texts(textKeys));
    kinds.open(regionKind);
    kinds.open(standingRuleKind);
    kinds.open(centreKind);
    const departments = kinds.open(departmentKind);
    kinds.open(windowKind);
    const staff = kinds.open(staffMemberKind);
    const centreOf = createCentreOf(departments, foundation.clock);
    kinds.open(authorizationLetterKind, { centreOf });
    kinds.open(sealKind, { centreOf });
    const sealUses = kinds.open(sealUseKind);
    const items = foundation.replica<ItemRow>('items', itemReplica);
    const notKnown = createNotKnown();
    return {
      consumers: [
        { from: 'items', durable: 'windows-items', replay: true, ...onItemChanged(items) },
        { from: 'cases', durable: 'windows-seal-uses', ...onCaseDecided(sealUses) },
      ],
      context: (request) => {
        const { caller } = request;
        const loaders = { staffOfWindow: createStaffOfWindow(staff, caller.at) };
        return { ...request, kinds: kinds.forRequest(caller), loaders, centreOf, items, notKnown };
      },
    };
  },
});
