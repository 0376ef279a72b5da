import type { Kinds, NotKnown, ServiceRequest } from '@onewindow/service';
import type { ItemReplica } from './authorization-letter/item-replica.ts';
import type { CentreOf } from './department/centre-of.ts';
import type { createStaffOfWindow } from './staff-member/staff-of-windows.ts';

/** What resolvers and commands work with, made anew for each request. */
export interface RequestContext extends ServiceRequest {
  readonly kinds: Kinds;
  readonly loaders: { readonly staffOfWindow: ReturnType<typeof createStaffOfWindow> };
  readonly centreOf: CentreOf;
  readonly items: ItemReplica;
  /** What is answered about an id that nothing is known by: the same for what is hidden. */
  readonly notKnown: (id: string) => NotKnown;
}
